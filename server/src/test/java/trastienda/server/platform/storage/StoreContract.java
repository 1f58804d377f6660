package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/// What any store must do. Each subclass names one store.
abstract class StoreContract {
    @TempDir Path folder;
    private String bucket = "";

    abstract ObjectStore store();

    abstract String freshBucket();

    @BeforeEach
    void makeABucket() {
        bucket = freshBucket();
    }

    @Test
    void keepsAFileWithItsSizeAndChecksum() throws IOException {
        var put = put("confrontas/venta_PORTA-20261122101500_confronta_7", bytes(300_000));

        store().put(put);

        var stat = store().stat(bucket, put.key()).orElseThrow();
        assertThat(stat.size()).isEqualTo(300_000);
        assertThat(stat.sha256()).contains(put.sha256());
        assertThat(stat.etag()).isNotBlank();
    }

    @Test
    void keepsNamesInAnyScript() throws IOException {
        var put = put("confrontas/señal de venta/ñandú 漢字 + 100%.pdf", bytes(10));

        store().put(put);

        assertThat(store().stat(bucket, put.key())).isPresent();
        assertThat(read(put.key(), 0, -1)).isEqualTo(Files.readAllBytes(put.file()));
    }

    @Test
    void answersEmptyForWhatIsNotThere() {
        assertThat(store().stat(bucket, "confrontas/nada")).isEmpty();
        assertThat(store().stat("bucket-que-no-existe", "x")).isEmpty();
    }

    @Test
    void givesTheWholeObjectOrAPartOfIt() throws IOException {
        var content = bytes(100_000);
        var put = put("a/b", content);
        store().put(put);

        assertThat(read("a/b", 0, -1)).isEqualTo(content);
        assertThat(read("a/b", 0, 1)).isEqualTo(Arrays.copyOfRange(content, 0, 1));
        assertThat(read("a/b", 99_990, -1)).isEqualTo(Arrays.copyOfRange(content, 99_990, 100_000));
        assertThat(read("a/b", 500, 1_000)).isEqualTo(Arrays.copyOfRange(content, 500, 1_500));
        assertThat(read("a/b", 7, 0)).isEmpty();
    }

    @Test
    void refusesToReadWhatIsNotThere() {
        assertThatThrownBy(() -> store().get(bucket, "nada", 0, -1))
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::transientFailure)
                .isEqualTo(false);
    }

    @Test
    void replacesAndDeletes() throws IOException {
        store().put(put("a", bytes(10)));
        store().put(put("a", bytes(20)));
        assertThat(store().stat(bucket, "a").orElseThrow().size()).isEqualTo(20);

        store().delete(bucket, "a");
        store().delete(bucket, "a");
        assertThat(store().stat(bucket, "a")).isEmpty();
    }

    @Test
    void refusesBytesThatAreNotWhatWasSaid() throws IOException {
        var put = put("a", bytes(1_000));
        Files.write(put.file(), new byte[1_000]);

        assertThatThrownBy(() -> store().put(put))
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::transientFailure)
                .isEqualTo(false);
        assertThat(store().stat(bucket, "a")).isEmpty();
    }

    @Test
    void refusesAFileThatChangedItsSize() throws IOException {
        var put = put("a", bytes(1_000));
        Files.write(put.file(), new byte[999]);

        assertThatThrownBy(() -> store().put(put)).isInstanceOf(StoreException.class);
        assertThat(store().stat(bucket, "a")).isEmpty();
    }

    @Test
    void linksDownloadUnderTheirOwnNameAndNeedNoSession() throws Exception {
        var content = bytes(2_000);
        store().put(put("confrontas/x", content));

        var answer =
                fetch(
                        store().presign(
                                        bucket,
                                        "confrontas/x",
                                        Duration.ofMinutes(1),
                                        "Cédula de \"Ñoño\" 漢.pdf",
                                        "application/pdf"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .contains("attachment")
                .contains(
                        "filename*=UTF-8''C%C3%A9dula%20de%20%22%C3%91o%C3%B1o%22%20%E6%BC%A2.pdf");
    }

    @Test
    void givesNothingToWhoHasNoSignature() throws Exception {
        store().put(put("confrontas/x", bytes(10)));
        var plain = store().canonical(bucket, "confrontas/x");

        assertThat(plain.getQuery()).isNull();
        assertThat(fetch(plain).statusCode()).isBetween(400, 403);
        var signed =
                store().presign(bucket, "confrontas/x", Duration.ofMinutes(1), "a", "text/plain");
        var tampered = URI.create(signed.toString().replace("confrontas/x", "confrontas/y"));
        assertThat(fetch(tampered).statusCode()).isEqualTo(403);
    }

    @Test
    void makesABucketOnceAndAgainWhenItWentAway() throws IOException {
        store().ensureBucket(bucket);
        var other = bucket + "-otro";
        var put = put("a", bytes(10));

        store().put(
                        new ObjectStore.Put(
                                other, "a", put.file(), put.size(), put.sha256(), "text/plain"));

        assertThat(store().stat(other, "a")).isPresent();
    }

    @Test
    void givesASignOfLife() {
        store().ping();
    }

    private ObjectStore.Put put(String key, byte[] content) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "put", ""), content);
        return TestStore.put(bucket, key, file, "application/pdf");
    }

    private byte[] read(String key, long offset, long length) throws IOException {
        try (var in = store().get(bucket, key, offset, length)) {
            return in.readAllBytes();
        }
    }

    private static HttpResponse<byte[]> fetch(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] bytes(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
