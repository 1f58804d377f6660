package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FailPoints.Point;
import trastienda.server.confrontas.FilesClient.Answer;
import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.testing.MovableClock;
import trastienda.shared.ventas.EstadoVenta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Same key, same file, once.
class IdempotencyTest {
    private static final byte[] BYTES = {1, 2, 3, 4};
    private static final String[] KEY = {"Idempotency-Key", "clave-numero-1"};

    @Test
    void answersTheSameUnderTheSameKeyAndKeepsOneObject() {
        try (var server = new FilesServer()) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            var first = server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            var again = server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(files(server, sale)).isEqualTo(1);

            server.state(sale, EstadoVenta.APROBADA);
            assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY).text())
                    .as("also once the sale moved on")
                    .isEqualTo(first.text());

            var other = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {9}, KEY);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.text()).contains("clave_con_otro_contenido");
            var elsewhere = server.sale(EstadoVenta.PENDIENTE_REVISION);
            assertThat(server.client.put(Person.AGENTE, elsewhere, "a.pdf", BYTES, KEY).status())
                    .isEqualTo(422);
            assertThat(server.client.put(Person.ADMIN, elsewhere, "a.pdf", BYTES, KEY).status())
                    .as("another person's key is another key")
                    .isEqualTo(201);
        }
    }

    @Test
    void tellsWhoComesTwiceAtOnceToWait() throws Exception {
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var options =
                Options.usual()
                        .with(
                                (FailPoints)
                                        point -> {
                                            if (point == Point.INTENT) {
                                                reached.countDown();
                                                await(goOn);
                                            }
                                        });
        try (var server = new FilesServer(options)) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            var first =
                    CompletableFuture.supplyAsync(
                            () -> server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY));
            await(reached);
            var second = server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.header("Retry-After")).isEqualTo("5");
            goOn.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
            assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY).text())
                    .isEqualTo(first.get().text());
            assertThat(files(server, sale)).isEqualTo(1);
        }
    }

    @Test
    void goesOnWithWhatADeadNodeBegan() {
        var clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
        var dies = new AtomicReference<Point>(Point.PUT);
        try (var server = new FilesServer(dying(clock, dies))) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            for (var point : new Point[] {Point.INTENT, Point.PUT, Point.VERIFIED}) {
                dies.set(point);
                assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY).status())
                        .isEqualTo(500);
            }
            dies.set(null);
            var answer = server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(files(server, sale)).isEqualTo(1);
        }
    }

    @Test
    void settlesByAskingTheStoreWhatNobodyComesBackFor() {
        var clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
        var dies = new AtomicReference<Point>();
        try (var server = new FilesServer(dying(clock, dies))) {
            var stored = server.sale(EstadoVenta.PENDIENTE_REVISION);
            dies.set(Point.VERIFIED);
            server.client.put(Person.AGENTE, stored, "a.pdf", BYTES, KEY);
            var lost = server.sale(EstadoVenta.PENDIENTE_REVISION);
            dies.set(Point.INTENT);
            server.client.put(Person.AGENTE, lost, "a.pdf", BYTES);
            dies.set(null);
            clock.advance(Duration.ofMinutes(1));
            server.feature.jobs().often();

            assertThat(server.saleRow(stored)).containsEntry("confronta_subido_a_minio", true);
            assertThat(server.saleRow(lost)).containsEntry("confronta_subido_a_minio", false);
            assertThat(state(server, stored)).isEqualTo("guardado");
            assertThat(state(server, lost)).isEqualTo("fallido");
            Answer replay = server.client.put(Person.AGENTE, stored, "a.pdf", BYTES, KEY);
            assertThat(replay.status()).isEqualTo(201);
            assertThat(files(server, stored)).isEqualTo(1);
        }
    }

    @Test
    void asksAnewWhetherAFileMayBeHandedInThatWasGivenUp() {
        var clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
        var dies = new AtomicReference<Point>();
        try (var server = new FilesServer(dying(clock, dies))) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            server.client.put(Person.AGENTE, sale, "vigente.pdf", new byte[] {5});
            dies.set(Point.INTENT);
            server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            dies.set(null);
            clock.advance(Duration.ofMinutes(1));
            server.feature.jobs().often();
            server.state(sale, EstadoVenta.APROBADA);

            var late = server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY);
            assertThat(late.status()).as(late.text()).isEqualTo(409);
            assertThat(late.text()).contains("estado_no_permite");

            server.state(sale, EstadoVenta.DEVUELTA);
            assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", BYTES, KEY).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void doesNotLetAnAbandonedUploadDisplaceANewerFile() {
        var clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
        var dies = new AtomicReference<Point>(Point.VERIFIED);
        try (var server = new FilesServer(dying(clock, dies))) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            server.client.put(Person.AGENTE, sale, "vieja.pdf", BYTES);
            dies.set(null);
            var newer = server.client.put(Person.AGENTE, sale, "nueva.pdf", new byte[] {7}).id();
            clock.advance(Duration.ofMinutes(1));
            server.feature.jobs().often();
            assertThat(
                            server.count(
                                    "select id from trastienda.confrontas"
                                            + " where venta_id = ? and vigente",
                                    sale))
                    .isEqualTo(newer);
            assertThat(server.key(sale)).endsWith("_" + newer);
            assertThat(files(server, sale)).isEqualTo(2);
        }
    }

    /// A server that fails wherever it is told to.
    private static Options dying(Clock clock, AtomicReference<Point> at) {
        FailPoints points =
                point -> {
                    if (point == at.get()) {
                        throw new IllegalStateException("dies here");
                    }
                };
        return Options.usual().with(clock).with(points);
    }

    private static long files(FilesServer server, long sale) {
        return server.count(
                "select count(*) from trastienda.confrontas"
                        + " where venta_id = ? and estado = 'guardado'",
                sale);
    }

    private static String state(FilesServer server, long sale) {
        return String.valueOf(
                server.row("select estado from trastienda.confrontas where venta_id = ?", sale)
                        .get("estado"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
