package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.storage.S3ObjectStore;
import trastienda.server.testing.Bench;
import trastienda.server.testing.FaultProxy;
import trastienda.server.testing.PutStorm;
import trastienda.server.testing.TestFiles;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// A confronta's way through the server, in a process of its own, against the same bytes put
/// straight to the same store by the same streaming call; and how little memory many at once take.
@Tag("bench")
final class UploadBench {
    private static final int SIZE = 10_000_000;
    private static final int OVERHEAD = 2_000;
    private static final int FILES = 32;
    private static final int AT_ONCE = 16;
    private static final int ROUNDS = 5;
    private static final long LINE = 25_000_000;
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(");

    @TempDir Path folder;

    @Test
    void almostAsFastAsPuttingItStraightIntoTheStore() throws Exception {
        var file = file();
        try (var base = new FilesServer();
                var trusting = FilesNode.start(base, List.of("-Xmx512m"));
                var inspecting = FilesNode.start(base, List.of("-Xmx512m", "-Dcf.inspect=true"))) {
            straight(base, file);
            through(trusting, file, FILES, AT_ONCE);
            through(inspecting, file, FILES, AT_ONCE);
            var straight = new ArrayList<Double>();
            var through = new ArrayList<Double>();
            var inspected = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                straight.add(straight(base, file));
                through.add(through(trusting, file, FILES, AT_ONCE));
                inspected.add(through(inspecting, file, FILES, AT_ONCE));
            }
            var baseline = Bench.percentile(straight, 0.5);
            var ours = Bench.percentile(through, 0.5);
            var whole = Bench.percentile(inspected, 0.5);
            Bench.line("upload-mb-s", ours, baseline, ours / baseline, 0.9);
            Bench.line("upload-with-validation-mb-s", whole, baseline, whole / baseline, 0);
            assertThat(ours / baseline).isGreaterThanOrEqualTo(0.9);
        }
    }

    /// All on one machine share its processors, and a second hop costs what it costs; a store that
    /// stands elsewhere is bound by its line.
    @Test
    void asFastAsTheLineToAStoreElsewhere() throws Exception {
        var file = file();
        try (var line = FaultProxy.to(TestStore.embedded().endpoint());
                var base = new FilesServer();
                var store = new S3ObjectStore(TestStore.at(line.address()), true, base.bucket);
                var node =
                        FilesNode.start(
                                base,
                                TestStore.at(line.address()),
                                List.of("-Xmx512m", "-Dcf.inspect=true"))) {
            line.pace(LINE);
            through(node, file, FILES / 2, AT_ONCE);
            var straight = new ArrayList<Double>();
            var through = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var took = PutStorm.run(store::put, base.bucket, file, FILES, AT_ONCE);
                straight.add(megabytes(FILES, took.toNanos()));
                through.add(through(node, file, FILES, AT_ONCE));
            }
            var baseline = Bench.percentile(straight, 0.5);
            var ours = Bench.percentile(through, 0.5);
            Bench.line("upload-over-200-mbit-mb-s", ours, baseline, ours / baseline, 0.9);
            assertThat(ours / baseline).isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void sixtyFourAtATimeFitInASmallHeap() throws Exception {
        var file = file();
        var log = folder.resolve("gc.log");
        try (var base = new FilesServer();
                var node =
                        FilesNode.start(
                                base,
                                List.of(
                                        "-Xmx128m",
                                        "-XX:+UseSerialGC",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-Dcf.inspect=true",
                                        "-Xlog:gc:file=" + log))) {
            through(node, file, 192, 64);
            assertThat(node.process().isAlive()).isTrue();
            Bench.line("upload-64-at-once-heap-mb", most(log), 128, 1);
        }
    }

    /// The most heap in use before any collection, in megabytes; the limit is the heap's own.
    private static double most(Path log) throws IOException {
        return HEAP.matcher(Files.readString(log))
                .results()
                .mapToDouble(seen -> Double.parseDouble(seen.group(1)))
                .max()
                .orElseThrow();
    }

    private Path file() throws IOException {
        var bytes = TestFiles.heavyPdf(SIZE - OVERHEAD);
        assertThat(bytes.length).isBetween(SIZE - OVERHEAD, SIZE);
        return Files.write(folder.resolve("a.pdf"), bytes);
    }

    private static double straight(FilesServer base, Path file) throws InterruptedException {
        var took = PutStorm.run(TestStore.store()::put, base.bucket, file, FILES, AT_ONCE);
        return megabytes(FILES, took.toNanos());
    }

    private static double through(FilesNode node, Path file, int files, int atOnce)
            throws Exception {
        var sales = new ArrayList<Long>();
        for (int n = 0; n < files; n++) {
            sales.add(node.base().sale(EstadoVenta.PENDIENTE_REVISION));
        }
        var places = new Semaphore(atOnce);
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work =
                    sales.stream()
                            .<Callable<Integer>>map(
                                    sale ->
                                            () -> {
                                                places.acquire();
                                                try {
                                                    return put(http, node, sale, file);
                                                } finally {
                                                    places.release();
                                                }
                                            })
                            .toList();
            var start = System.nanoTime();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(201);
            }
            return megabytes(files, System.nanoTime() - start);
        }
    }

    private static int put(HttpClient http, FilesNode node, long sale, Path file)
            throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(node.url() + FilesClient.archivos(sale)))
                                .header("Authorization", Person.AGENTE.name())
                                .header("X-File-Name", "a.pdf")
                                .expectContinue(true)
                                .PUT(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static double megabytes(int files, long nanos) {
        return (double) SIZE * files / 1_000_000 / (nanos / 1e9);
    }
}
