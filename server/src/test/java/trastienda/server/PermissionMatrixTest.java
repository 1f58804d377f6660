package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Route;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Every route as every kind of caller: nobody, a person of each group, a program that may nothing.
/// Made from the routes and from the table of groups, so that a new route cannot be forgotten.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
    private TestServer server;
    private String powerless;

    @BeforeAll
    void start() {
        server = TestServer.start();
        var wanted = new LlaveNueva("prueba", List.of(Permiso.BUZON_USAR.codigo()));
        var made = server.call("POST", Paths.LLAVES, server.token(Grupo.ADMINISTRADOR), wanted);
        powerless = "Api-Key " + Json.mapper().readValue(made.body(), LlaveServicio.class).llave();
        for (var grupo : Grupo.values()) {
            server.token(grupo);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteNamesItsPermissionAndAnonymousOnesAreFew() {
        assertThat(
                        server.app().routes().stream()
                                .filter(route -> route.access() instanceof Access.Anonymous)
                                .map(Route::path))
                .containsExactlyInAnyOrder(
                        Paths.LOGIN,
                        Paths.REFRESH,
                        Paths.HEALTH,
                        Paths.VERSION,
                        Paths.OPENAPI,
                        Paths.DOCS,
                        Paths.ENLACE);
    }

    @TestFactory
    List<DynamicTest> answersEachCallerAsTheTableOfGroupsSays() {
        var tests = new ArrayList<DynamicTest>();
        for (var route : server.app().routes()) {
            var name = route.verb() + " " + route.path() + " as ";
            tests.add(DynamicTest.dynamicTest(name + "nobody", () -> asNobody(route)));
            tests.add(DynamicTest.dynamicTest(name + "a program", () -> asProgram(route)));
            for (var grupo : Grupo.values()) {
                tests.add(DynamicTest.dynamicTest(name + grupo, () -> asPerson(route, grupo)));
            }
        }
        return tests;
    }

    private void asNobody(Route route) {
        var status = status(route, null);
        if (route.access() instanceof Access.Anonymous) {
            assertThat(status).isNotIn(403, 500);
        } else {
            assertThat(status).isEqualTo(401);
        }
    }

    private void asProgram(Route route) {
        if (route.access() instanceof Access.Anonymous) {
            return;
        }
        var held = Set.of(Permiso.BUZON_USAR);
        var status = status(route, powerless);
        if (route.access() instanceof Access.Needs(var anyOf)
                && anyOf.stream().anyMatch(held::contains)) {
            assertThat(status).isNotIn(401, 403, 500);
        } else {
            assertThat(status).isIn(403, hidden(route));
        }
    }

    private void asPerson(Route route, Grupo grupo) {
        if (route.path().equals(Paths.LOGOUT)) {
            return;
        }
        var status = status(route, server.token(grupo));
        var allowed =
                switch (route.access()) {
                    case Access.Anonymous() -> true;
                    case Access.SignedIn _ -> true;
                    case Access.Needs(var anyOf) ->
                            anyOf.stream().anyMatch(grupo.permisos()::contains);
                };
        if (!allowed) {
            assertThat(status).isIn(403, hidden(route));
        } else if (!route.path().equals(Paths.USUARIOS)) {
            assertThat(status).isNotIn(401, 403, 405, 500);
        }
    }

    /// What is not visible is not found, before anything is said about permissions.
    private static int hidden(Route route) {
        return route.path().contains("{") ? 404 : 403;
    }

    private int status(Route route, @Nullable String token) {
        var path = route.path().replaceAll("\\{[a-z]+}", "999999999");
        var body = Arrays.asList("POST", "PATCH").contains(route.verb()) ? "{}" : null;
        return server.call(route.verb(), path, token, body).statusCode();
    }
}
