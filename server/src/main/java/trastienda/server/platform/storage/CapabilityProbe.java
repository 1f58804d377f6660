package trastienda.server.platform.storage;

import io.minio.BucketArgs;
import io.minio.GetBucketLifecycleArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.Http;
import io.minio.PutObjectAPIArgs;

import okhttp3.Request;

import trastienda.shared.hash.Sha256;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Tries a store out on a key of its own, which it removes again.
final class CapabilityProbe {
    private static final byte[] CONTENT =
            "Trastienda tries out this store".getBytes(StandardCharsets.UTF_8);

    private final S3ObjectStore store;
    private final String bucket;
    private final boolean embedded;
    private final String key;

    /// @param embedded whether the store is our own, whose optional abilities are known to be none
    CapabilityProbe(S3ObjectStore store, String bucket, boolean embedded) {
        this.store = store;
        this.bucket = bucket;
        this.embedded = embedded;
        // one per process: two nodes may try the store out at the same time
        this.key = "trastienda-prueba/" + UUID.randomUUID();
    }

    /// Makes the bucket when it is missing, then tries everything.
    ///
    /// @throws StoreException when the store cannot be reached or refuses to be written to
    Capabilities run() {
        store.ensureBucket(bucket);
        var sha256 = write();
        try {
            var stat = store.stat(bucket, key);
            return new Capabilities(
                    stat.filter(it -> it.size() == CONTENT.length).isPresent(),
                    stat.flatMap(ObjectStore.Stat::sha256).filter(sha256::equals).isPresent(),
                    worked(this::ranges),
                    worked(this::links),
                    worked(this::sealed),
                    worked(this::conditionalPut),
                    answers(
                            () ->
                                    store.client()
                                            .getBucketVersioning(
                                                    named(GetBucketVersioningArgs.builder())
                                                            .build())),
                    answers(
                            () ->
                                    store.client()
                                            .getBucketLifecycle(
                                                    named(GetBucketLifecycleArgs.builder())
                                                            .build())),
                    answers(
                            () ->
                                    store.client()
                                            .getObjectLockConfiguration(
                                                    named(GetObjectLockConfigurationArgs.builder())
                                                            .build())));
        } finally {
            store.delete(bucket, key);
        }
    }

    private String write() {
        try {
            var file = Files.createTempFile("trastienda-prueba", "");
            try {
                Files.write(file, CONTENT);
                var sha256 = Sha256.hex(CONTENT);
                store.put(
                        new ObjectStore.Put(
                                bucket, key, file, CONTENT.length, sha256, "text/plain"));
                return sha256;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("no temporary file for the probe", true, e);
        }
    }

    private boolean ranges() throws IOException {
        try (var in = store.get(bucket, key, 3, 5)) {
            return in.readAllBytes().length == 5;
        }
    }

    /// Tried at the address we reach the store under; desktops may know it by another.
    private boolean links() throws IOException {
        return status(
                        store.presignHere(
                                bucket, key, Duration.ofMinutes(1), "prueba.txt", "text/plain"))
                == 200;
    }

    private boolean sealed() throws IOException {
        return status(store.address(bucket, key)) >= 400;
    }

    /// A put that must not replace anything, on a key that exists: refused by a store that knows
    /// the condition.
    private boolean conditionalPut() {
        var headers = new Http.Headers();
        headers.put("If-None-Match", "*");
        try {
            StoreErrors.await(
                    "conditional put",
                    store.client()
                            .putObject(
                                    PutObjectAPIArgs.builder()
                                            .bucket(bucket)
                                            .region(store.region(bucket))
                                            .object(key)
                                            .headers(headers)
                                            .data(CONTENT, CONTENT.length)
                                            .build()));
            return false;
        } catch (StoreException refused) {
            return StoreErrors.code(refused).filter("PreconditionFailed"::equals).isPresent();
        }
    }

    private int status(URI address) throws IOException {
        var request = new Request.Builder().url(address.toString()).build();
        try (var answer = store.http().newCall(request).execute()) {
            return answer.code();
        }
    }

    private <B extends BucketArgs.Builder<B, A>, A extends BucketArgs> B named(B builder) {
        return builder.bucket(bucket).region(store.region(bucket));
    }

    /// Whether the store knows the question; that nothing is configured is an answer too.
    private boolean answers(Supplier<CompletableFuture<?>> question) {
        if (embedded) {
            return false;
        }
        try {
            StoreErrors.await("capability", question.get());
            return true;
        } catch (StoreException e) {
            return StoreErrors.code(e).filter(code -> code.startsWith("NoSuch")).isPresent()
                    || StoreErrors.code(e)
                            .filter("ObjectLockConfigurationNotFoundError"::equals)
                            .isPresent();
        }
    }

    private interface Attempt {
        boolean works() throws IOException;
    }

    private static boolean worked(Attempt attempt) {
        try {
            return attempt.works();
        } catch (IOException | StoreException e) {
            return false;
        }
    }
}
