package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.testing.Await;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// One database and one store, and one server process after the other on them.
final class CrashScene implements AutoCloseable {
    /// One upload as its sender knows it: sent again under its key until it is acknowledged.
    private record Sent(long sale, String key, int size) {
        byte[] bytes() {
            var bytes = new byte[size];
            new Random(sale).nextBytes(bytes);
            return bytes;
        }
    }

    private final Random random;
    private final FilesServer base = new FilesServer();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private int generation;

    CrashScene(Random random) {
        this.random = random;
    }

    void newUploads(int count) {
        for (var i = 0; i < count; i++) {
            var sale = base.sale(EstadoVenta.PENDIENTE_REVISION);
            sent.add(
                    new Sent(
                            sale,
                            "clave-" + sent.size() + "-" + sale,
                            1 + random.nextInt(300_000)));
        }
    }

    /// Sends everything not acknowledged to a server that dies on the way.
    void runUntilKilled(FailPoints.Point point, int times) throws Exception {
        try (var node = start("-Dcf.point=" + point, "-Dcf.times=" + times)) {
            sendAll(new FilesClient(node.url()));
            var process = node.process();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it died at %s", point).isTrue();
            assertThat(process.exitValue()).isEqualTo(137);
        }
    }

    /// A server that lives: everything is acknowledged and settled.
    void finish() throws Exception {
        try (var node = start()) {
            var client = new FilesClient(node.url());
            Await.until(
                    "all are acknowledged",
                    () -> {
                        sendAll(client);
                        return acknowledged.size() == sent.size();
                    });
            Await.until("nothing is unfinished", () -> unfinished() == 0);
        }
    }

    long unfinished() {
        return base.count(
                "select count(*) from trastienda.confrontas where estado in ('subiendo',"
                        + " 'por_subir')");
    }

    /// No sale marked uploaded without an object of equal SHA-256; no acknowledged upload lost.
    void checkWhatIsClaimed(String when) throws IOException {
        for (var one : sent) {
            var row = base.saleRow(one.sale);
            if (Boolean.TRUE.equals(row.get("confronta_subido_a_minio"))) {
                assertThat(stored(base.key(one.sale))).as(when).isEqualTo(one.bytes());
            }
            var file = acknowledged.get(one.key);
            if (file != null) {
                var state = base.row("select * from trastienda.confrontas where id = ?", file);
                assertThat(state).as(when).containsEntry("estado", "guardado");
                assertThat(stored(String.valueOf(state.get("objeto"))))
                        .as(when)
                        .isEqualTo(one.bytes());
            }
        }
    }

    void checkOneObjectPerKey() throws Exception {
        var settings = TestStore.settings();
        var keys = new ArrayList<String>();
        var client =
                MinioClient.builder()
                        .endpoint(settings.endpoint().orElseThrow().toString())
                        .credentials(settings.accessKey(), settings.secretKey())
                        .build();
        try {
            var all =
                    client.listObjects(
                            ListObjectsArgs.builder().bucket(base.bucket).recursive(true).build());
            for (var object : all) {
                keys.add(object.get().objectName());
            }
        } finally {
            client.close();
        }
        assertThat(keys).as("one object per idempotency key").hasSize(sent.size());
        assertThat(base.count("select count(distinct clave) from trastienda.confrontas"))
                .isEqualTo(sent.size());
        assertThat(base.count("select count(*) from trastienda.confrontas")).isEqualTo(sent.size());
    }

    private static byte[] storedBytes(String bucket, String key) throws IOException {
        try (var in = TestStore.store().get(bucket, key, 0, -1)) {
            return in.readAllBytes();
        }
    }

    private byte[] stored(String key) throws IOException {
        return storedBytes(base.bucket, key);
    }

    private void sendAll(FilesClient client) {
        try (var senders = Executors.newFixedThreadPool(3)) {
            for (var one : sent) {
                if (!acknowledged.containsKey(one.key)) {
                    senders.execute(() -> send(client, one));
                }
            }
        }
    }

    private void send(FilesClient client, Sent one) {
        try {
            var answer =
                    client.put(
                            Person.AGENTE,
                            one.sale,
                            "a.pdf",
                            one.bytes(),
                            "Idempotency-Key",
                            one.key,
                            "X-Content-SHA256",
                            FilesClient.sha256(one.bytes()));
            if (answer.status() == 201) {
                acknowledged.put(one.key, answer.id());
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            }
        } catch (UncheckedIOException died) {
            assertThat(acknowledged).doesNotContainKey(one.key);
        }
    }

    /// Every generation lives an hour after the one before, so that the silence of the dead is
    /// noticed at once.
    private FilesNode start(String... more) throws IOException {
        var options = new ArrayList<String>();
        options.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dcf.minutes=" + 60 * generation++));
        options.addAll(List.of(more));
        return FilesNode.start(base, options);
    }

    @Override
    public void close() {
        base.close();
    }
}
