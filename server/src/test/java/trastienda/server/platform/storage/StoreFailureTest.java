package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.config.Config;
import trastienda.server.testing.Await;
import trastienda.server.testing.FaultProxy;
import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What happens when the store is away, gets lost in the middle, or does not believe us.
final class StoreFailureTest {
    private static final int SIZE = 2_000_000;
    private static final int MORE_THAN_SOCKETS_HOLD = 48 * 1024 * 1024;

    private final FaultProxy line = FaultProxy.to(TestStore.embedded().endpoint());
    private final String bucket = TestStore.freshBucket();
    private final S3ObjectStore store =
            new S3ObjectStore(settings(line.address(), "", "auto"), true, bucket);

    @TempDir Path folder;

    @AfterEach
    void close() {
        store.close();
        line.close();
    }

    @Test
    void aPutCutInTheMiddleIsTransientAndLeavesNothing() throws IOException {
        var put = put();
        line.cutAfter(SIZE / 2);

        assertThat(failure(() -> store.put(put)).transientFailure()).isTrue();
        assertThat(TestStore.store().stat(bucket, "a")).isEmpty();
        Await.until("nothing is left over", () -> leftovers().isEmpty());

        store.put(put);
        assertThat(store.stat(bucket, "a").orElseThrow().sha256()).contains(put.sha256());
    }

    @Test
    void aStoreThatIsAwayIsTransientForEveryCall() throws IOException {
        var put = put();
        line.refuse();

        assertThat(failure(() -> store.put(put)).transientFailure()).isTrue();
        assertThat(failure(() -> store.stat(bucket, "a")).transientFailure()).isTrue();
        assertThat(failure(() -> store.get(bucket, "a", 0, -1)).transientFailure()).isTrue();
        assertThat(failure(() -> store.delete(bucket, "a")).transientFailure()).isTrue();
        assertThat(failure(() -> store.ensureBucket(bucket)).transientFailure()).isTrue();
        assertThat(failure(store::ping).transientFailure()).isTrue();

        line.work();
        store.ping();
    }

    @Test
    void aSignOfLifeDoesNotWaitForAStoreThatHangs() {
        line.hold();

        var start = System.nanoTime();
        assertThat(failure(store::ping).transientFailure()).isTrue();

        assertThat(System.nanoTime() - start).isLessThan(6_000_000_000L);
    }

    @Test
    void aDownloadCutInTheMiddleFailsInsteadOfEndingEarly() throws IOException {
        store.put(put(MORE_THAN_SOCKETS_HOLD));
        try (var in = store.get(bucket, "a", 0, -1)) {
            assertThat(in.readNBytes(1_000)).hasSize(1_000);
            line.cut();
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aWrongKeyIsTransientBecauseItWillBePutRight() throws IOException {
        try (var stranger =
                new S3ObjectStore(settings(line.address(), "otra", "auto"), true, bucket)) {
            var put = put();
            assertThat(failure(() -> stranger.put(put)).transientFailure()).isTrue();
            assertThat(failure(() -> stranger.stat(bucket, "a")).transientFailure()).isTrue();
        }
    }

    @Test
    void neverSaysItsKey() {
        var settings = settings(line.address(), "clave-muy-secreta", "auto");

        assertThat(settings.toString()).doesNotContain("clave-muy-secreta");
    }

    @Test
    void linksCarryTheAddressThatDesktopsKnow() {
        var settings =
                new StorageSettings(
                        Optional.of(line.address()),
                        Optional.of(URI.create("https://archivos.example.co")),
                        "llave",
                        "secreto",
                        Optional.of("us-east-1"),
                        Config.Downloads.AUTO,
                        folder,
                        Map.of());
        try (var other = new S3ObjectStore(settings, false, bucket)) {
            assertThat(other.canonical("b", "confrontas/á"))
                    .isEqualTo(URI.create("https://archivos.example.co/b/confrontas/%C3%A1"));
            assertThat(other.streamOnly()).isFalse();
        }
        assertThat(store.streamOnly()).isTrue();
        try (var forced = new S3ObjectStore(settings(line.address(), "", "store"), true, bucket)) {
            assertThat(forced.streamOnly()).isFalse();
        }
        try (var server =
                new S3ObjectStore(
                        settings(URI.create("https://s3.example.co"), "", "server"),
                        false,
                        bucket)) {
            assertThat(server.streamOnly()).isTrue();
        }
    }

    private static StorageSettings settings(URI at, String secret, String downloads) {
        var real = TestStore.settings();
        return new StorageSettings(
                Optional.of(at),
                Optional.empty(),
                real.accessKey(),
                secret.isEmpty() ? real.secretKey() : secret,
                real.region(),
                Config.Downloads.valueOf(downloads.toUpperCase(Locale.ROOT)),
                real.dataDir(),
                Map.of());
    }

    private ObjectStore.Put put() throws IOException {
        return put(SIZE);
    }

    private ObjectStore.Put put(int size) throws IOException {
        var file = Files.write(folder.resolve("archivo"), new byte[size]);
        return TestStore.put(bucket, "a", file, "application/pdf");
    }

    private List<Path> leftovers() {
        try (var files =
                Files.list(TestStore.settings().dataDir().resolve("objetos").resolve(bucket))) {
            return files.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static StoreException failure(Runnable work) {
        return catchThrowableOfType(StoreException.class, work::run);
    }
}
