package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.storage.S3ObjectStore;
import trastienda.server.testing.Await;
import trastienda.server.testing.FaultProxy;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.util.Arrays;
import java.util.Random;

/// The store goes away and comes back, through a line that can be cut.
class StoreDownTest {
    private static final byte[] BYTES = bytes(2_500_000);
    private FaultProxy line;
    private S3ObjectStore store;
    private FilesServer server;

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void start() {
        line = FaultProxy.to(TestStore.settings().endpoint().orElseThrow());
        store = new S3ObjectStore(TestStore.at(line.address()), true, TestStore.freshBucket());
        server = new FilesServer(Options.usual().with(store).withQuota(6_000_000));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        line.close();
    }

    @Test
    void letsAFileWaitAndSendsItWhenTheStoreIsBack() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        line.refuse();
        var answer =
                server.client.put(
                        Person.AGENTE, sale, "a.pdf", BYTES, "Idempotency-Key", "clave-larga-1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("estado").asString()).isEqualTo("por_subir");
        assertThat(answer.json().get("vigente").asBoolean()).isTrue();
        assertThat(server.saleRow(sale))
                .containsEntry("confronta_por_subir", true)
                .containsEntry("confronta_subido_a_minio", false)
                .containsEntry("confronta_minio_object_name", null);
        assertThat(server.topics()).contains("confrontas.por_subir");
        assertThat(pieces()).isEqualTo(3);

        var waiting = server.client.get(Person.AGENTE, FilesClient.contenido(sale, answer.id()));
        assertThat(waiting.raw().body()).as("served while it waits").isEqualTo(BYTES);
        var part =
                server.client.get(
                        Person.AGENTE,
                        FilesClient.contenido(sale, answer.id()),
                        "Range",
                        "bytes=1048570-1048585");
        assertThat(part.raw().body()).isEqualTo(Arrays.copyOfRange(BYTES, 1048570, 1048586));

        line.work();
        Await.until(
                "it is in the store",
                () -> Boolean.TRUE.equals(server.saleRow(sale).get("confronta_subido_a_minio")));
        assertThat(server.saleRow(sale)).containsEntry("confronta_por_subir", false);
        assertThat(pieces()).isZero();
        assertThat(server.topics()).contains("confrontas.guardada");
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                sale))
                .isEqualTo(1);
        var stored = server.client.get(Person.AGENTE, FilesClient.contenido(sale, answer.id()));
        assertThat(stored.raw().body()).isEqualTo(BYTES);
        var replay =
                server.client.put(
                        Person.AGENTE, sale, "a.pdf", BYTES, "Idempotency-Key", "clave-larga-1");
        assertThat(replay.text()).isEqualTo(answer.text());
    }

    @Test
    void refusesMoreThanTheQuotaHoldsAndSaysWhenToComeBack() {
        line.refuse();
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        assertThat(server.client.put(Person.ADMIN, sale, "a.pdf", BYTES).status()).isEqualTo(201);
        assertThat(server.client.put(Person.ADMIN, sale, "a.pdf", BYTES).status()).isEqualTo(201);
        var third =
                server.client.put(
                        Person.ADMIN, sale, "a.pdf", BYTES, "Idempotency-Key", "12345678");
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.header("Retry-After")).isEqualTo("60");
        assertThat(pieces()).isEqualTo(6);

        line.work();
        Await.until("nothing waits", () -> pieces() == 0);
        server.feature.jobs().often();
        assertThat(
                        server.client
                                .put(
                                        Person.ADMIN,
                                        sale,
                                        "a.pdf",
                                        BYTES,
                                        "Idempotency-Key",
                                        "12345678")
                                .status())
                .as("the same key goes through later")
                .isEqualTo(201);
    }

    @Test
    void aFormWhoseFileFindsNoRoomSaysSoAndIsTakenLaterUnderItsKey() {
        server.sql(
                """
                insert into telefonica_planes_portabilidad
                    (codigo, nombre_plan, caracteristicas, "CFM", "CFM_sin_iva", estado, tipo_plan)
                values ('P1', 'Plan 1', '', 50000, 42000, 'activo', 'portabilidad')
                """);
        var plan = server.count("select max(id) from telefonica_planes_portabilidad");
        line.refuse();
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        server.client.put(Person.ADMIN, sale, "a.pdf", BYTES);
        server.client.put(Person.ADMIN, sale, "a.pdf", BYTES);
        var form = SeedFormsTest.form(SeedFormsTest.fields(plan), "c.pdf", BYTES);
        var create = "/telefonica/venta/crear-portabilidad/";
        var full = server.client.form(Person.AGENTE, create, form, "Idempotency-Key", "formulario");
        assertThat(full.status()).as(full.text()).isEqualTo(201);
        assertThat(full.json().get("confronta").asString()).isEqualTo("ninguna");
        assertThat(full.json().get("advertencia").asString()).isNotBlank();
        assertThat(full.header("Retry-After")).isEqualTo("60");

        line.work();
        Await.until("nothing waits", () -> pieces() == 0);
        server.feature.jobs().often();
        var later =
                server.client.form(Person.AGENTE, create, form, "Idempotency-Key", "formulario");
        assertThat(later.status()).as(later.text()).isEqualTo(201);
        assertThat(later.id()).isEqualTo(full.id());
        assertThat(later.json().get("confronta").asString()).as(later.text()).isEqualTo("guardada");
    }

    @Test
    void keepsTheReplacedWaitingFileInTheHistory() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        line.refuse();
        var first = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}).id();
        var second = server.client.put(Person.AGENTE, sale, "b.pdf", new byte[] {2}).id();
        assertThat(server.topics())
                .as("nothing is said to be stored that waits")
                .doesNotContain("confrontas.guardada");
        line.work();
        Await.until(
                "both are stored",
                () ->
                        server.count(
                                        "select count(*) from trastienda.confrontas"
                                                + " where estado = 'guardado'")
                                == 2);
        assertThat(server.key(sale)).endsWith("_" + second);
        assertThat(
                        server.client
                                .get(Person.AGENTE, FilesClient.contenido(sale, first))
                                .raw()
                                .body())
                .containsExactly(1);
    }

    @Test
    void sendsTheSeedsCallersToALinkOfOursWhileAFileWaits() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        line.refuse();
        server.client.put(Person.AGENTE, sale, "a.pdf", BYTES);
        var sent =
                server.client.get(
                        Person.AGENTE, "/telefonica/venta/" + sale + "/descargar-confronta/");
        assertThat(sent.status()).isEqualTo(302);
        var path = sent.header("Location").replace(server.url(), "");
        assertThat(server.client.anyone(path).raw().body()).isEqualTo(BYTES);
        var force = "/telefonica/venta/" + sale + "/resubir-confronta-minio/";
        var away = server.client.post(Person.ADMIN, force, "");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.json().get("success").asBoolean()).isFalse();
        line.work();
        Await.until(
                "it is in the store",
                () ->
                        server.client
                                .post(Person.ADMIN, force, "")
                                .text()
                                .contains("\"success\":true"));
    }

    private long pieces() {
        return server.count("select count(*) from trastienda.confrontas_pendientes_trozos");
    }
}
