package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.shared.ventas.EstadoVenta;

/// Who may do what with files (X19 and the matrix of ARCHITECTURE.md), through HTTP.
class UploadRulesTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final String REASON = "{\"motivo\":\"no corresponde\"}";
    private static FilesServer server;

    @BeforeAll
    static void start() {
        server = new FilesServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENTE, 201, 201, 200, 403, 403",
        "OTRO, 404, 404, 404, 404, 404",
        "BACKOFFICE, 201, 201, 200, 200, 200",
        "SUPERVISORA, 404, 404, 404, 404, 404",
        "ADMIN, 201, 201, 200, 200, 200",
        "CALIDAD, 403, 403, 200, 403, 403"
    })
    void allowsEachWhatTheMatrixSays(
            Person who, int first, int replace, int download, int delete, int force) {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        assertThat(server.client.put(who, sale, "a.pdf", BYTES).status()).isEqualTo(first);
        var file = server.client.put(Person.BACKOFFICE, sale, "b.pdf", BYTES).id();
        assertThat(server.client.put(who, sale, "c.pdf", BYTES).status()).isEqualTo(replace);
        assertThat(server.client.get(who, FilesClient.contenido(sale, file)).status())
                .isEqualTo(download);
        assertThat(server.client.get(who, FilesClient.archivos(sale)).status()).isEqualTo(download);
        var resubir = "/telefonica/venta/" + sale + "/resubir-confronta-minio/";
        assertThat(server.client.post(who, resubir, "").status()).isEqualTo(force);
        var eliminar = FilesClient.archivos(sale) + file + "/eliminar/";
        assertThat(server.client.post(who, eliminar, REASON).status()).isEqualTo(delete);
    }

    @ParameterizedTest
    @EnumSource(EstadoVenta.class)
    void letsTheAgentReplaceOnlyWhatWaitsForReviewOrWasReturned(EstadoVenta estado) {
        var sale = server.sale(estado);
        assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", BYTES).status())
                .as("the first file is the agent's in any state")
                .isEqualTo(201);
        var open = estado == EstadoVenta.PENDIENTE_REVISION || estado == EstadoVenta.DEVUELTA;
        assertThat(server.client.put(Person.AGENTE, sale, "b.pdf", BYTES).status())
                .isEqualTo(open ? 201 : 409);
        assertThat(server.client.put(Person.BACKOFFICE, sale, "b.pdf", BYTES).status())
                .isEqualTo(201);
    }

    @Test
    void letsASupervisorHandInTheFirstFileOfASaleSheRegistered() {
        var hers = server.sale(EstadoVenta.DEVUELTA, Person.AGENTE, Person.SUPERVISORA);
        var others = server.sale(EstadoVenta.DEVUELTA);
        server.sql("insert into trastienda.equipos (nombre) values (?)", "Norte " + hers);
        server.sql(
                "insert into trastienda.equipo_miembros select max(id), 1 from trastienda.equipos");
        server.sql(
                "insert into trastienda.equipo_supervisores"
                        + " select max(id), 4 from trastienda.equipos");
        assertThat(server.client.put(Person.SUPERVISORA, others, "a.pdf", BYTES).status())
                .isEqualTo(403);
        assertThat(server.client.put(Person.SUPERVISORA, hers, "a.pdf", BYTES).status())
                .isEqualTo(201);
        assertThat(server.client.put(Person.SUPERVISORA, hers, "b.pdf", BYTES).status())
                .as("a replacement is not hers")
                .isEqualTo(403);
        server.sql("delete from trastienda.equipos");
    }
}
