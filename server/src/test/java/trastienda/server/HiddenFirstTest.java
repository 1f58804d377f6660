package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import trastienda.server.testing.TestServer;
import trastienda.shared.identidad.Grupo;

import java.net.http.HttpRequest.BodyPublishers;

/// What one does not see is not found, whatever is wrong with what was sent: neither a permission
/// nor a body tells that it exists.
class HiddenFirstTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ASESOR, PATCH, /api/v1/ventas/999999/, application/json",
        "ASESOR, PATCH, /api/v1/ventas/999999/, text/plain",
        "BACKOFFICE, PATCH, /api/v1/ventas/999999/, text/plain",
        "CALIDAD, PATCH, /api/v1/ventas/999999/, application/json",
        "BACKOFFICE, GET, /api/v1/ventas/999999/dato/nip/, text/plain",
        "ADMINISTRADOR, PATCH, /api/v1/usuarios/999999/, text/plain",
        "ADMINISTRADOR, POST, /api/v1/ventas/999999/archivos/1/eliminar/, text/plain",
    })
    void isNotFoundWhateverWasSent(Grupo grupo, String verb, String path, String type) {
        var request =
                server.request(path)
                        .header("Authorization", "Bearer " + server.token(grupo))
                        .header("Content-Type", type)
                        .method(verb, BodyPublishers.ofString("hola"));
        assertThat(server.send(request).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ASESOR", "BACKOFFICE", "CALIDAD"})
    void whoMayNotAdministerIsNotToldWhichPeopleThereAre(Grupo grupo) {
        for (var id : new long[] {server.id("prueba.asesor"), 999_999}) {
            var request =
                    server.request("/api/v1/usuarios/" + id + "/")
                            .header("Authorization", "Bearer " + server.token(grupo))
                            .method("PATCH", BodyPublishers.ofString("{}"));
            assertThat(server.send(request).statusCode()).isEqualTo(403);
        }
    }
}
