package trastienda.desktop.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.vault.PrivateFiles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/// Clear copies of files that another program shows: a private folder per session, wiped when the
/// session ends and, should it have crashed, at the next start.
public final class OpenedFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);
    private static final String LOCK = ".sesion";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private OpenedFiles(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Wipes what crashed sessions left below `root` and starts a folder of its own.
    public static OpenedFiles start(Path root) throws IOException {
        PrivateFiles.folder(root);
        try (Stream<Path> sessions = Files.list(root)) {
            for (var session : sessions.toList()) {
                try {
                    wipeIfAbandoned(session);
                } catch (IOException inUse) {
                    // a program shows one of its files yet: it goes at the next start
                    LOG.warn("an earlier session's files stay: {}", session, inUse);
                }
            }
        }
        var folder = PrivateFiles.folder(root.resolve(UUID.randomUUID().toString()));
        var channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("a new file is locked by another program");
        }
        return new OpenedFiles(folder, channel, lock);
    }

    private static void wipeIfAbandoned(Path session) throws IOException {
        var file = session.resolve(LOCK);
        if (Files.exists(file)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    return;
                }
            } catch (OverlappingFileLockException ours) {
                LOG.debug("session {} is open in this program", session);
                return;
            }
        }
        PrivateFiles.wipe(session);
    }

    /// Writes a copy that only its owner can read; the name is the person's, made harmless.
    public Path put(String name, byte[] content) throws IOException {
        var place = PrivateFiles.folder(folder.resolve(UUID.randomUUID().toString()));
        return Files.write(place.resolve(harmless(name)), content);
    }

    /// A file name that no system takes for a path, a device or an option.
    static String harmless(String name) {
        var clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]", "_").strip();
        clean = clean.replaceAll("^[.-]+", "_").replaceAll("[. ]+$", "");
        if (clean.length() > 120) {
            var dot = clean.lastIndexOf('.');
            var tail = dot > clean.length() - 10 && dot > 0 ? clean.substring(dot) : "";
            clean = clean.substring(0, 120 - tail.length()) + tail;
        }
        return clean.isEmpty() ? "archivo" : clean;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
        PrivateFiles.wipe(folder);
    }
}
