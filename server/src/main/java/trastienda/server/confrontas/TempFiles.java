package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Where a file rests while it is hashed, looked into and sent. One folder, wiped of what a dead
/// process left; a name is never the client's. A full disk is a problem that passes: `SIN_ESPACIO`.
class TempFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TempFiles.class);
    private static final String PREFIX = "subida-";
    private static final Duration AGAIN_IN = Duration.ofSeconds(30);

    private final Path folder;

    TempFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// A new empty file of ours.
    final Path create() {
        try {
            return Files.createTempFile(folder, PREFIX, ".tmp");
        } catch (IOException failure) {
            throw full(failure);
        }
    }

    /// Opens a file for writing. Tests answer with a stream that fails as a full disk does.
    OutputStream write(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    /// Removes a file; not an error when it is gone.
    final void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("A temporary file stays for the sweeper: {}", left.toString());
        }
    }

    /// Removes what is older than `age`: nothing that a living request works on is.
    final int sweep(Duration age, Instant now) throws IOException {
        var removed = 0;
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var file : files) {
                var oldest = now.minus(age);
                if (Files.exists(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)
                        && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    /// A failed write as what it means to the caller.
    final RuntimeException full(IOException failure) {
        if (saysFull(failure) || folder.toFile().getUsableSpace() < 1 << 20) {
            var problem = ProblemException.retry(ProblemCode.SIN_ESPACIO, AGAIN_IN);
            problem.initCause(failure);
            return problem;
        }
        return new UncheckedIOException(failure);
    }

    private static boolean saysFull(IOException failure) {
        var reason = failure instanceof FileSystemException file ? file.getReason() : null;
        var said = (reason == null ? String.valueOf(failure.getMessage()) : reason);
        var text = said.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }
}
