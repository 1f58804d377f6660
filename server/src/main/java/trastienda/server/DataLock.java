package trastienda.server;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.config.ConfigException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Holds the data folder for one process: two servers on one embedded database or store would each
/// stop what the other uses. Goes with the process, however it ends.
final class DataLock implements AutoCloseable {
    private final @Nullable FileChannel channel;

    private DataLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /// Nothing to hold.
    static DataLock none() {
        return new DataLock(null);
    }

    /// Takes the folder.
    ///
    /// @throws ConfigException when another process has it
    static DataLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("servidor.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new DataLock(channel);
            }
            channel.close();
        } catch (IOException unusable) {
            throw new ConfigException("TRASTIENDA_DATA", "cannot be used: " + folder, unusable);
        }
        throw new ConfigException(
                "TRASTIENDA_DATA", "another trastienda-server is using " + folder);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
