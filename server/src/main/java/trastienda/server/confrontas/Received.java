package trastienda.server.confrontas;

import java.nio.file.Path;

/// A file that arrived whole: where it rests, its size in bytes and its SHA-256 in lower-case
/// hexadecimal. Closing it removes the file.
record Received(TempFiles temp, Path file, long size, String sha256) implements AutoCloseable {
    @Override
    public void close() {
        temp.discard(file);
    }
}
