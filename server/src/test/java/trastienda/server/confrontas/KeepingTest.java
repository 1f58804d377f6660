package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.util.List;

/// Deleting files, and forcing them back into the store.
class KeepingTest {
    private static final String REASON = "{\"motivo\":\"es de otro cliente\"}";
    private static FilesServer server;

    @BeforeAll
    static void start() {
        server = new FilesServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String key(long sale) {
        return server.key(sale);
    }

    private static String force(long sale) {
        return "/telefonica/venta/" + sale + "/resubir-confronta-minio/";
    }

    @Test
    void deletesAFileForAReasonAndItsObjectAfterTheCommit() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var file = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}).id();
        var key = key(sale);
        var path = FilesClient.archivos(sale) + file + "/eliminar/";
        assertThat(server.client.post(Person.BACKOFFICE, path, "{\"motivo\":\" \"}").text())
                .contains("\"campo\":\"motivo\"", "obligatorio");
        assertThat(server.client.post(Person.BACKOFFICE, path, "{}").status()).isEqualTo(400);

        var answer = server.client.post(Person.BACKOFFICE, path, REASON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("estado").asString()).isEqualTo("eliminado");
        assertThat(answer.json().get("motivo").asString()).isEqualTo("es de otro cliente");
        assertThat(server.saleRow(sale))
                .containsEntry("confronta_subido_a_minio", false)
                .containsEntry("confronta_minio_object_name", null);
        assertThat(server.topics()).contains("confrontas.eliminada");
        assertThat(server.audit)
                .anySatisfy(
                        entry -> {
                            assertThat(entry.accion()).isEqualTo("confrontas.eliminar");
                            assertThat(entry.motivo()).isEqualTo("es de otro cliente");
                        });
        server.feature.jobs().often();
        assertThat(TestStore.store().stat(server.bucket, key)).isEmpty();
        assertThat(server.client.get(Person.ADMIN, FilesClient.contenido(sale, file)).status())
                .isEqualTo(404);
        assertThat(server.client.post(Person.BACKOFFICE, path, REASON).status()).isEqualTo(409);
        assertThat(server.client.put(Person.AGENTE, sale, "b.pdf", new byte[] {2}).status())
                .isEqualTo(201);
    }

    @Test
    void verifiesAHealthyFileWhenForced() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1});
        var before = server.saleRow(sale).toString();
        var answer = server.client.post(Person.ADMIN, force(sale), REASON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertThat(answer.json().get("url").asString()).endsWith(key(sale));
        assertThat(server.saleRow(sale)).as("a healthy sale is not written").hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({"es, Use como máximo 500 caracteres", "en, Use at most 500 characters"})
    void refusesAReasonThatIsTooLongForAnyAct(String language, String said) {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var file = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}).id();
        var most = "x".repeat(500);
        for (var path : List.of(force(sale), FilesClient.archivos(sale) + file + "/eliminar/")) {
            var answer =
                    server.client.post(
                            Person.BACKOFFICE,
                            path,
                            "{\"motivo\":\"" + most + "y\"}",
                            "Accept",
                            "application/problem+json",
                            "Accept-Language",
                            language);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.text())
                    .contains("\"campo\":\"motivo\"", "\"regla\":\"largo_maximo\"", said);
        }
        assertThat(
                        server.client
                                .post(
                                        Person.BACKOFFICE,
                                        force(sale),
                                        "{\"motivo\":\"" + most + "\"}")
                                .status())
                .isEqualTo(200);
        assertThat(server.client.post(Person.BACKOFFICE, force(sale), "").status()).isEqualTo(200);
    }

    @Test
    void bringsALostFileBackFromTheHistory() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1});
        server.client.put(Person.AGENTE, sale, "b.pdf", new byte[] {1});
        var lost = key(sale);
        TestStore.store().delete(server.bucket, lost);
        var answer = server.client.post(Person.ADMIN, force(sale), "");
        assertThat(answer.text()).contains("Archivo subido exitosamente a MinIO");
        assertThat(TestStore.store().stat(server.bucket, lost)).isPresent();
        assertThat(key(sale)).isEqualTo(lost);
    }

    @Test
    void fallsBackOnTheFileBeforeAndSaysSo() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var before = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}).id();
        server.client.put(Person.AGENTE, sale, "b.pdf", new byte[] {2});
        TestStore.store().delete(server.bucket, key(sale));
        var answer = server.client.post(Person.ADMIN, force(sale), "");
        assertThat(answer.json().get("message").asString()).contains("anterior");
        assertThat(key(sale)).endsWith("_" + before);
    }

    @Test
    void saysThatThereIsNothingToSend() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var none = server.client.post(Person.ADMIN, force(sale), "");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.json().get("success").asBoolean()).isFalse();
        server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1});
        TestStore.store().delete(server.bucket, key(sale));
        var lost = server.client.post(Person.ADMIN, force(sale), "");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.json().get("error").asString()).isEqualTo("No hay archivo que subir");
    }
}
