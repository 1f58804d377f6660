package trastienda.server.platform.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// An S3 store. Nothing is held in memory whole. Every method may throw [StoreException].
public interface ObjectStore {
    /// What is to be kept: `sha256` in lower-case hexadecimal, `size` in bytes.
    record Put(
            String bucket, String key, Path file, long size, String sha256, String contentType) {}

    /// What the store says of an object; `sha256` is what was written with it, if anything.
    record Stat(String bucket, String key, long size, String etag, Optional<String> sha256) {}

    /// Sends a file and returns once the store acknowledged it.
    void put(Put object);

    /// What the store holds under the key, or empty.
    Optional<Stat> stat(String bucket, String key);

    /// The bytes from `offset`, `length` of them (−1: to the end). The caller closes the stream.
    InputStream get(String bucket, String key, long offset, long length);

    /// Removes the object; not an error when there is none.
    void delete(String bucket, String key);

    /// A temporary address that downloads the object under that name.
    URI presign(String bucket, String key, Duration valid, String fileName, String contentType);

    /// The object's canonical address, unsigned.
    URI canonical(String bucket, String key);

    /// Creates the bucket, private, when it does not exist.
    void ensureBucket(String bucket);

    /// Asks the store for a sign of life.
    void ping();

    /// Whether desktops cannot reach the store, so that downloads go through this server.
    boolean streamOnly();
}
