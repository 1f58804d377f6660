package trastienda.desktop.platform.vault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.SecretKey;

/// Sealed files of one purpose. A file's name is bound to its content, so that two files cannot be
/// exchanged. Names are ours (letters, digits, `-`), never a person's file name.
public final class VaultFolder {
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final SecretKey key;

    VaultFolder(Path folder, SecretKey key) {
        this.folder = folder;
        this.key = key;
    }

    /// The names of its finished files.
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .sorted()
                    .toList();
        }
    }

    /// Removes what a crash left half written.
    public void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Keeps a small file whole, in place of the one of that name.
    public void write(String name, byte[] content) throws IOException {
        var file = PrivateFiles.file(path(name + UNFINISHED));
        Files.write(file, Gcm.seal(key, content, bound(name)));
        PrivateFiles.settle(file, path(name));
    }

    /// A file kept by [#write]; empty when it does not exist or was changed by someone.
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Gcm.open(key, Files.readAllBytes(path(name)), bound(name));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /// Starts a large file; it exists once `finish` ran.
    public Draft create(String name) throws IOException {
        return new Draft(name);
    }

    /// Reads a file made by [#create].
    public InputStream open(String name) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path(name)), 64 * 1024);
        try {
            return new OpeningStream(key, bound(name), in);
        } catch (IOException cutShort) {
            in.close();
            throw cutShort;
        }
    }

    /// Deletes a file; one that is not there is fine.
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private static byte[] bound(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /// A large file while it is written; closing it unfinished leaves nothing.
    public final class Draft implements AutoCloseable {
        private final String name;
        private final Path file;
        private final OutputStream out;
        private boolean finished;

        private Draft(String name) throws IOException {
            this.name = name;
            this.file = PrivateFiles.file(path(name + UNFINISHED));
            this.out =
                    new SealingStream(
                            key,
                            bound(name),
                            new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024));
        }

        /// Where the clear bytes go.
        public OutputStream out() {
            return out;
        }

        /// Flushes to the disk and gives the file its name.
        public void finish() throws IOException {
            out.close();
            PrivateFiles.settle(file, path(name));
            finished = true;
        }

        @Override
        public void close() throws IOException {
            if (!finished) {
                try {
                    out.close();
                } finally {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
