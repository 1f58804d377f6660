package trastienda.server.platform.storage;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.errors.MinioException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.PutStorm;
import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;

/// Our put against the same bytes sent by the JDK's own HTTP client to a signed address of the same
/// store: what the client library costs.
@Tag("bench")
final class StoreBench {
    private static final int COUNT = 32;
    private static final int AT_ONCE = 16;
    private static final int SIZE = 10_485_760;

    @TempDir Path folder;

    @Test
    void streamingPut() throws Exception {
        var file = PutStorm.file(folder, SIZE);
        var bucket = TestStore.freshBucket();
        run(file, bucket, 4);
        raw(file, bucket, 4);

        var ours = run(file, bucket, COUNT);
        var plain = raw(file, bucket, COUNT);

        System.out.printf(
                Locale.ROOT,
                "BENCH store.put value=%.1f baseline=%.1f ratio=%.2f bar=0.90%n",
                ours,
                plain,
                ours / plain);
    }

    private static double run(Path file, String bucket, int count) throws InterruptedException {
        var took = PutStorm.run(TestStore.store()::put, bucket, file, count, AT_ONCE);
        return megabytes(count) / (took.toNanos() / 1e9);
    }

    private static double raw(Path file, String bucket, int count) throws InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var signer = new S3ObjectStore(TestStore.settings(), true, bucket)) {
            var took = PutStorm.run(put -> raw(http, signer, put), bucket, file, count, AT_ONCE);
            return megabytes(count) / (took.toNanos() / 1e9);
        }
    }

    private static void raw(HttpClient http, S3ObjectStore signer, ObjectStore.Put put) {
        try {
            var address =
                    signer.client()
                            .getPresignedObjectUrl(
                                    GetPresignedObjectUrlArgs.builder()
                                            .method(Http.Method.PUT)
                                            .bucket(put.bucket())
                                            .region("us-east-1")
                                            .object(put.key())
                                            .expiry(600)
                                            .build());
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .PUT(HttpRequest.BodyPublishers.ofFile(put.file()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | MinioException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static double megabytes(int count) {
        return (double) SIZE * count / 1_000_000;
    }
}
