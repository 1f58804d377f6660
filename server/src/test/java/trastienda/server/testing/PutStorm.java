package trastienda.server.testing;

import trastienda.server.platform.storage.EmbeddedS3;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.S3ObjectStore;
import trastienda.server.platform.storage.StorageSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The same file put many times, some at once, straight to the store with the streaming client
/// call: what an upload through the server is measured against.
public final class PutStorm {
    private PutStorm() {}

    /// How long `count` puts take, `atOnce` of them at a time; `store::put` or another way to put.
    public static Duration run(
            Consumer<ObjectStore.Put> put, String bucket, Path file, int count, int atOnce)
            throws InterruptedException {
        var sample = TestStore.put(bucket, "tormenta", file, "application/pdf");
        var places = new Semaphore(atOnce);
        var work =
                IntStream.range(0, count)
                        .<Callable<Boolean>>mapToObj(
                                i ->
                                        () -> {
                                            places.acquire();
                                            try {
                                                put.accept(under(sample, "tormenta/" + i));
                                            } finally {
                                                places.release();
                                            }
                                            return true;
                                        })
                        .toList();
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// A file of that many random bytes.
    public static Path file(Path folder, int bytes) throws IOException {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve("tormenta-" + bytes), content);
    }

    private static ObjectStore.Put under(ObjectStore.Put put, String key) {
        return new ObjectStore.Put(
                put.bucket(), key, put.file(), put.size(), put.sha256(), put.contentType());
    }

    /// As a program of its own, so that its memory can be limited: `folder count atOnce`, 10 MB
    /// each. Prints the heap in use at the end in bytes.
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var embedded = EmbeddedS3.start(folder.resolve("s3"));
                var store =
                        new S3ObjectStore(
                                embedded.settings(StorageSettings.embedded(folder)),
                                true,
                                "tormenta")) {
            run(
                    store::put,
                    "tormenta",
                    file(folder, 10_485_760),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]));
            System.gc();
            var runtime = Runtime.getRuntime();
            System.out.println("heap=" + (runtime.totalMemory() - runtime.freeMemory()));
        }
    }
}
