package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.platform.auth.Principal;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Keys of programs, from their making to their end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LlavesTest {
    @AutoClose private final TestServer server = TestServer.start();

    @Test
    void letsAProgramDoWhatItsKeyAllowsUntilItIsRevoked() {
        var key = made("ivr", Permiso.VENTAS_VER, Permiso.VENTAS_VER_TODAS);
        var token = "Api-Key " + key.llave();
        assertThat(call("GET", Paths.VENTAS, token).statusCode()).isEqualTo(200);
        assertThat(call("GET", Paths.USUARIO.replace("{id}", "1"), token).statusCode())
                .isEqualTo(403);
        assertThat(call("GET", Paths.ME, token).statusCode()).isEqualTo(403);

        var revoke = Paths.fill(Paths.LLAVE_REVOCAR, key.id());
        assertThat(call("POST", revoke, admin()).statusCode()).isEqualTo(204);
        assertThat(call("GET", Paths.VENTAS, token).statusCode()).isEqualTo(401);
        assertThat(call("POST", revoke, admin()).statusCode()).isEqualTo(404);
    }

    @Test
    void letsASocketListenOnlyWhileItsKeyIsInForceUnchanged() {
        var key = made("oyente", Permiso.VENTAS_VER);
        var program = new Principal.Service("oyente", Set.of(Permiso.VENTAS_VER));
        try (var databases = server.database().open()) {
            var keys = new LlavesServicio(databases.main(), Clock.systemUTC());
            assertThat(keys.stillHas(program)).isTrue();
            call("POST", Paths.fill(Paths.LLAVE_REVOCAR, key.id()), admin());
            assertThat(keys.stillHas(program)).isFalse();
            made("oyente", Permiso.VENTAS_VER, Permiso.VENTAS_VER_TODAS);
            assertThat(keys.stillHas(program)).as("another key of that name").isFalse();
        }
    }

    @Test
    void showsAKeyOnceAndKeepsOnlyItsHash() {
        var key = made("crm", Permiso.VENTAS_VER);
        var secret = String.valueOf(key.llave());
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        var list = call("GET", Paths.LLAVES, admin());
        assertThat(list.body()).contains("\"crm\"", "ventas.ver").doesNotContain(secret);
        var kept =
                server.database()
                        .ownerJdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        select count(*)
                                                        from trastienda.llaves_servicio l
                                                        where l::text like '%' || :key || '%'
                                                        """)
                                                .bind("key", secret)
                                                .mapTo(Integer.class)
                                                .one());
        assertThat(kept).isZero();
    }

    @Test
    void writesMakingAndRevokingIntoTheAudit() {
        var key = made("auditada", Permiso.VENTAS_VER);
        call("POST", Paths.fill(Paths.LLAVE_REVOCAR, key.id()), admin());
        var seen =
                server.database()
                        .ownerJdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        select accion || ' ' || quien || (
                                                            select coalesce(string_agg(
                                                                ' ' || (c ->> 'a'), '' order by n),
                                                                '')
                                                            from jsonb_array_elements(cambios)
                                                                with ordinality as e (c, n))
                                                        from trastienda.auditoria
                                                        where objeto = :object order by id
                                                        """)
                                                .bind("object", "llave:" + key.id())
                                                .mapTo(String.class)
                                                .list());
        assertThat(seen)
                .containsExactly(
                        "identidad.llave_creada prueba.administrador auditada ventas.ver",
                        "identidad.llave_revocada prueba.administrador");
    }

    @Test
    void isForAdministratorsAndNeverForAProgramItself() {
        var wanted = new LlaveNueva("otra", List.of("ventas.ver"));
        for (var grupo : List.of(Grupo.ASESOR, Grupo.BACKOFFICE, Grupo.SUPERVISORES)) {
            assertThat(server.call("POST", Paths.LLAVES, server.token(grupo), wanted).statusCode())
                    .as(grupo.name())
                    .isEqualTo(403);
        }
        var mighty = made("poderosa", Permiso.USUARIOS_ADMINISTRAR);
        assertThat(
                        server.call("POST", Paths.LLAVES, "Api-Key " + mighty.llave(), wanted)
                                .statusCode())
                .isEqualTo(403);
        assertThat(call("GET", Paths.VENTAS, "Api-Key inventada").statusCode()).isEqualTo(401);
    }

    @Test
    void namesEverythingThatIsWrongWithAWantedKey() {
        var bad = new LlaveNueva(" ", List.of("ventas.ver", "todo.poder"));
        var answer = server.call("POST", Paths.LLAVES, admin(), bad);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"nombre\"", "\"permisos\"", "todo.poder");
        made("repetida", Permiso.VENTAS_VER);
        var again = new LlaveNueva("repetida", List.of("ventas.ver"));
        assertThat(server.call("POST", Paths.LLAVES, admin(), again).statusCode()).isEqualTo(409);
    }

    private LlaveServicio made(String nombre, Permiso... permisos) {
        var codes = Arrays.stream(permisos).map(Permiso::codigo).toList();
        var answer =
                server.call(
                        "POST",
                        Paths.LLAVES,
                        admin(),
                        new LlaveNueva(nombre, Collections.unmodifiableList(codes)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.mapper().readValue(answer.body(), LlaveServicio.class);
    }

    private String admin() {
        return server.token(Grupo.ADMINISTRADOR);
    }

    private HttpResponse<String> call(String method, String path, String token) {
        return server.call(method, path, token, null);
    }
}
