package trastienda.server.testing;

import trastienda.server.platform.storage.EmbeddedS3;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.S3ObjectStore;
import trastienda.server.platform.storage.StorageSettings;
import trastienda.shared.hash.Sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/// The embedded S3 store, one for all tests of this process, each test with a bucket of its own.
public final class TestStore {
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private TestStore() {}

    private static final class Running {
        static final Path FOLDER = folder();
        static final EmbeddedS3 STORE = EmbeddedS3.start(FOLDER);
        static final S3ObjectStore CLIENT =
                new S3ObjectStore(
                        STORE.settings(StorageSettings.embedded(FOLDER)), true, "prueba-vida");

        static {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        CLIENT.close();
                                        STORE.close();
                                        delete(FOLDER);
                                    }));
        }

        private static Path folder() {
            return Path.of("target", "test-store-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
        }
    }

    /// The client every test may share.
    public static ObjectStore store() {
        return Running.CLIENT;
    }

    /// The store itself.
    public static EmbeddedS3 embedded() {
        return Running.STORE;
    }

    /// Settings that reach the store like one elsewhere.
    public static StorageSettings settings() {
        return Running.STORE.settings(StorageSettings.embedded(Running.FOLDER));
    }

    /// Settings that reach it through another address, such as a [FaultProxy].
    public static StorageSettings at(URI address) {
        var real = settings();
        return StorageSettings.at(address, real.accessKey(), real.secretKey());
    }

    /// A new, empty bucket.
    public static String freshBucket() {
        var name = "prueba-" + ProcessHandle.current().pid() + "-" + BUCKETS.incrementAndGet();
        store().ensureBucket(name);
        return name;
    }

    /// What to put: that file under that key, its size and checksum taken.
    public static ObjectStore.Put put(String bucket, String key, Path file, String contentType) {
        try {
            return new ObjectStore.Put(
                    bucket, key, file, Files.size(file), sha256(file), contentType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file's SHA-256 in lower-case hexadecimal.
    public static String sha256(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(in.getMessageDigest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
