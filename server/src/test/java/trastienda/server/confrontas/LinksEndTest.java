package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.TestFiles;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.json.Json;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// Links to files end with the access of who had them made.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksEndTest {
    @AutoClose private final TestServer server = TestServer.start();
    private String download;

    @BeforeAll
    void handInAFile() {
        var sale = sale();
        download = Paths.fill(Paths.SEED_DESCARGAR, sale);
        var stored =
                server.send(
                        server.request(Paths.fill(Paths.VENTA_ARCHIVOS, sale))
                                .header("Authorization", "Bearer " + server.token(Grupo.ASESOR))
                                .header(Headers.FILE_NAME, "a.pdf")
                                .PUT(BodyPublishers.ofByteArray(TestFiles.pdf(1))));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    }

    @Test
    void endWithTheAccountOfAPersonAndDoNotComeBackWithIt() {
        var id = server.person("se.va", Grupo.BACKOFFICE);
        var link = link(server.token("se.va"));
        var others = link(server.token(Grupo.BACKOFFICE));
        assertThat(status(link)).isEqualTo(200);

        active(id, false);
        assertThat(status(link)).isEqualTo(404);
        assertThat(status(others)).isEqualTo(200);

        active(id, true);
        assertThat(status(link)).isEqualTo(404);
        assertThat(status(link(server.signIn("se.va").accessToken()))).isEqualTo(200);
    }

    @Test
    void endWhenAnotherProgramDisablesTheAccount() {
        var id = server.person("lo.apaga.django", Grupo.BACKOFFICE);
        var link = link(server.token("lo.apaga.django"));
        server.database()
                .ownerJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "update auth_user set is_active = false where id = ?", id));
        assertThat(status(link)).isEqualTo(404);
    }

    @Test
    void endWhenAnAdministratorEndsThePersonsSessions() {
        var id = server.person("pierde.la.clave", Grupo.BACKOFFICE);
        var link = link(server.token("pierde.la.clave"));
        assertThat(status(link)).isEqualTo(200);

        var reset = Paths.fill(Paths.USUARIO_CLAVE, id);
        assertThat(server.call("POST", reset, admin(), null).statusCode()).isEqualTo(200);

        assertThat(status(link)).isEqualTo(404);
    }

    @Test
    void endWithTheKeyOfAProgramWhateverKeyComesAfterIt() {
        var key = key();
        var link = link("Api-Key " + key.llave());
        assertThat(status(link)).isEqualTo(200);

        var revoke = Paths.fill(Paths.LLAVE_REVOCAR, key.id());
        assertThat(server.call("POST", revoke, admin(), null).statusCode()).isEqualTo(204);
        assertThat(status(link)).isEqualTo(404);

        var next = link("Api-Key " + key().llave());
        assertThat(status(link)).isEqualTo(404);
        assertThat(status(next)).isEqualTo(200);
    }

    private void active(long id, boolean active) {
        var wanted = new UsuarioCambio(null, null, null, active, null, null);
        var changed = server.call("PATCH", Paths.fill(Paths.USUARIO, id), admin(), wanted);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private LlaveServicio key() {
        var wanted =
                new LlaveNueva(
                        "descargas",
                        List.of(
                                Permiso.VENTAS_VER_TODAS.codigo(),
                                Permiso.ARCHIVOS_DESCARGAR.codigo()));
        var made = server.call("POST", Paths.LLAVES, admin(), wanted);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Json.mapper().readValue(made.body(), LlaveServicio.class);
    }

    private String admin() {
        return server.token(Grupo.ADMINISTRADOR);
    }

    private String link(String token) {
        var answer = server.call("GET", download, token, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElse("");
        assertThat(location).startsWith(server.url());
        return location.substring(server.url().length());
    }

    private int status(String link) {
        return server.call("GET", link, null, null).statusCode();
    }

    private long sale() {
        var agente = server.id("prueba.asesor");
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into telefonica_ventaportabilidad
                                                    (numero, tipo_documento, documento,
                                                     nombre_completo, telefono_legalizacion,
                                                     numero_a_portar, numero_orden, agente_id,
                                                     registrada_por_id, estado_venta, propia)
                                                values ('PORTA-00000000000001', 'CC', '52123456',
                                                     'Ana Ruiz', '3001234567', '3000000001',
                                                     'O-1', :agente, :agente,
                                                     'pendiente_revision', true)
                                                """)
                                        .bind("agente", agente)
                                        .executeAndReturnGeneratedKeys("id")
                                        .mapTo(long.class)
                                        .one());
    }
}
