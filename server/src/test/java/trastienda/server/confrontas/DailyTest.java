package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/// What is forgotten by the day, and what is taken over from the seed's system.
class DailyTest {
    private static final String KEY = "clave-de-hace-dias";
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));

    @Test
    void forgetsOldKeysLinksAndTemporaryFilesAndNothingYounger() throws IOException {
        try (var server = new FilesServer(Options.usual().with(clock))) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}, "Idempotency-Key", KEY);
            server.client.get(Person.AGENTE, "/telefonica/venta/" + sale + "/descargar-confronta/");
            var temp = FilesServer.temp(server.folder);
            var old = temp.create();
            Files.setLastModifiedTime(
                    old, FileTime.from(clock.instant().minus(Duration.ofMinutes(61))));
            var young = temp.create();
            Files.setLastModifiedTime(
                    young, FileTime.from(clock.instant().minus(Duration.ofMinutes(59))));

            server.feature.jobs().daily();
            assertThat(Files.exists(old)).isFalse();
            assertThat(Files.exists(young)).isTrue();
            assertThat(kept(server, "trastienda.confrontas where clave is not null")).isOne();
            assertThat(kept(server, "trastienda.enlaces")).isOne();

            clock.advance(Duration.ofDays(60));
            server.feature.jobs().daily();
            assertThat(kept(server, "trastienda.confrontas where clave is not null")).isZero();
            assertThat(kept(server, "trastienda.enlaces")).isZero();
            assertThat(kept(server, "trastienda.confrontas where vigente")).isOne();
        }
    }

    @Test
    void takesOverWhatTheSeedsSystemStoredOnFirstSightAndOnce() throws IOException {
        try (var server = new FilesServer()) {
            var sale = server.sale(EstadoVenta.APROBADA);
            var key = "confrontas/venta_portabilidad_" + sale + "_confronta.pdf";
            var file = Files.write(server.folder.resolve("vieja.pdf"), new byte[] {7, 8, 9});
            TestStore.store().put(TestStore.put(server.bucket, key, file, "application/pdf"));
            server.sql(
                    """
                    update telefonica_ventaportabilidad
                    set confronta_minio_object_name = ?, confronta_subido_a_minio = true,
                        confronta_nombre_original = 'Vieja ñ.pdf'
                    where id = ?
                    """,
                    key,
                    sale);
            for (int i = 0; i < 2; i++) {
                var list = server.client.get(Person.AGENTE, FilesClient.archivos(sale));
                assertThat(list.json().get("results").size()).isOne();
                assertThat(list.json().get("results").get(0).get("sha256").asString())
                        .isEqualTo(TestStore.sha256(file));
            }
            assertThat(server.row("select * from trastienda.confrontas where venta_id = ?", sale))
                    .containsEntry("objeto", key)
                    .containsEntry("estado", "guardado")
                    .containsEntry("nombre_original", "Vieja ñ.pdf");
        }
    }

    @Test
    void leavesASaleAloneWhoseObjectIsGone() {
        try (var server = new FilesServer()) {
            var sale = server.sale(EstadoVenta.APROBADA);
            server.sql(
                    """
                    update telefonica_ventaportabilidad
                    set confronta_minio_object_name = 'confrontas/perdida.pdf',
                        confronta_subido_a_minio = true
                    where id = ?
                    """,
                    sale);
            var list = server.client.get(Person.AGENTE, FilesClient.archivos(sale));
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.json().get("results").size()).isZero();
        }
    }

    private static long kept(FilesServer server, String from) {
        return server.count("select count(*) from " + from);
    }
}
