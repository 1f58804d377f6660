package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;

/// The store contract on the embedded store, and what only that one promises.
final class EmbeddedStoreTest extends StoreContract {
    @Override
    ObjectStore store() {
        return TestStore.store();
    }

    @Override
    String freshBucket() {
        return TestStore.freshBucket();
    }

    @Test
    void streamsDownloadsThroughTheServer() {
        assertThat(store().streamOnly()).isTrue();
    }

    @Test
    void flushesAnObjectBeforeItIsAcknowledged() throws IOException {
        var before = TestStore.embedded().flushed();
        var file = Files.writeString(folder.resolve("x"), "hola");

        store().put(TestStore.put(freshBucket(), "a/b/c", file, "text/plain"));

        assertThat(TestStore.embedded().flushed()).isGreaterThan(before);
    }

    @Test
    void keepsItsKeyItsPortAndItsObjectsAcrossAStart(@TempDir Path home) throws IOException {
        var file = Files.writeString(folder.resolve("x"), "hola");
        var first = Storage.open(StorageSettings.embedded(home), Clock.systemUTC());
        var endpoint = first.embedded().orElseThrow().endpoint();
        var key = first.embedded().orElseThrow().secretKey();
        first.store().put(TestStore.put("un-bucket", "a", file, "text/plain"));
        first.close();

        try (var second = Storage.open(StorageSettings.embedded(home), Clock.systemUTC())) {
            assertThat(second.embedded().orElseThrow().endpoint()).isEqualTo(endpoint);
            assertThat(second.embedded().orElseThrow().secretKey()).isEqualTo(key);
            assertThat(second.store().stat("un-bucket", "a")).isPresent();
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        home.resolve("repositorio/credenciales.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void countsItsObjectsAndRemovesWhatAKilledPutLeft(@TempDir Path home) throws IOException {
        var left = home.resolve("objetos/uno/b-6e83a1f3-2b31-4ca8-b698-231dac9cca2b");
        Files.createDirectories(home.resolve("objetos/uno"));
        Files.writeString(home.resolve("objetos/uno/a"), "hola");
        Files.writeString(left, "ho");
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));

        try (var embedded = EmbeddedS3.start(home)) {
            assertThat(embedded.removeLeftovers()).isEqualTo(1);
            assertThat(embedded.count(10)).isEqualTo(1);
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken(@TempDir Path home) {
        var first = EmbeddedS3.start(home.resolve("a"));
        try {
            // the same key and port in another folder, as after copying it
            Files.createDirectories(home.resolve("b"));
            Files.copy(
                    home.resolve("a/credenciales.properties"),
                    home.resolve("b/credenciales.properties"));
            try (var second = EmbeddedS3.start(home.resolve("b"))) {
                assertThat(second.endpoint()).isNotEqualTo(first.endpoint());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            first.close();
        }
    }
}
