package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.CambioClave;
import trastienda.shared.identidad.ClaveNueva;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.RefreshToken;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.identidad.Yo;
import trastienda.shared.json.Json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void givesTokensOfFifteenMinutesAndSaysWhoOneIs() {
        server.person("ana", Grupo.ASESOR);
        var tokens = server.signIn("ana");
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(900);
        var me = read(get(Paths.ME, tokens.accessToken()), Yo.class);
        assertThat(me.username()).isEqualTo("ana");
        assertThat(me.grupos()).containsExactly("asesor");
        assertThat(me.permisos()).contains("ventas.registrar").doesNotContain("ventas.decidir");
        assertThat(me.sesionTermina()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        clock.advance(Duration.ofMinutes(15));
        var late = get(Paths.ME, tokens.accessToken());
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("token_not_valid", "\"token_class\":\"AccessToken\"");
    }

    @Test
    void hashesADjangoPasswordAnewAtItsFirstSignIn() {
        server.person("heredada");
        server.signIn("heredada");
        var hash =
                server.database()
                        .ownerJdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        "select password from auth_user where"
                                                                + " username = 'heredada'")
                                                .mapTo(String.class)
                                                .one());
        assertThat(hash).startsWith("argon2$argon2id$v=19$m=64,t=1,p=1$").hasSizeLessThan(129);
        assertThat(server.signIn("HEREDADA").accessToken()).isNotEmpty();
    }

    @Test
    void locksANameFromOneAddressAfterThreeFailuresWhetherItExistsOrNot() {
        server.person("beto", Grupo.ASESOR);
        for (var name : List.of("beto", "nadie")) {
            for (int i = 0; i < 3; i++) {
                var wrong = login(name, "no");
                assertThat(wrong.statusCode()).isEqualTo(401);
                assertThat(wrong.body()).isEqualTo("{\"detail\":\"Credenciales inválidas\"}");
            }
            var locked = login(name, TestServer.PASSWORD);
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValue("Retry-After")).contains("900");
        }
        assertThat(login("prueba.calidad", TestServer.PASSWORD).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(15));
        assertThat(login("beto", TestServer.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void closesAnAddressToStrangersAfterFiftyFailuresOfWhateverNames() {
        clock.advance(Duration.ofHours(1));
        server.person("de.casa", Grupo.ASESOR);
        server.person("de.fuera", Grupo.ASESOR);
        assertThat(login("de.casa", TestServer.PASSWORD).statusCode()).isEqualTo(200);
        failed(49);
        var before = blockedLines();
        assertThat(login("desconocida", "no").statusCode()).isEqualTo(401);
        var stranger = login("de.fuera", TestServer.PASSWORD);
        assertThat(stranger.statusCode()).isEqualTo(429);
        assertThat(stranger.headers().firstValue("Retry-After")).contains("900");
        for (var name : List.of("de.casa", "de.fuera", "inventada", "de.fuera", "inventada")) {
            var refused = login(name, "no");
            assertThat(refused.statusCode()).as(name).isEqualTo(429);
            assertThat(refused.body()).as(name).isEqualTo(stranger.body());
            assertThat(refused.headers().firstValue("Retry-After")).contains("900");
        }
        assertThat(blockedLines() - before).isEqualTo(1);
        assertThat(knocksWhileClosed()).isEqualTo(6);
        assertThat(login("de.casa", TestServer.PASSWORD).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(15));
        assertThat(login("de.fuera", TestServer.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void countsManyAtOnceFromOneAddressOneAfterAnother() throws Exception {
        clock.advance(Duration.ofHours(1));
        failed(45);
        var codes = new ConcurrentLinkedQueue<Integer>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                var name = "a.la.vez." + i;
                all.execute(() -> codes.add(answered(name)));
            }
        }
        assertThat(codes.stream().filter(code -> code == 401)).hasSize(5);
        assertThat(codes.stream().filter(code -> code == 429)).hasSize(7);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void auditsALockedNameOnceHoweverOftenItIsTried() {
        clock.advance(Duration.ofHours(1));
        var before = blockedLines();
        for (int i = 0; i < 8; i++) {
            login("insistente", "no");
        }
        assertThat(blockedLines() - before).isEqualTo(1);
    }

    /// Knocks until there is time to look at it; an attempt that nobody looked at is not counted.
    private int answered(String name) {
        int code;
        do {
            code = login(name, "no").statusCode();
        } while (code == 503);
        return code;
    }

    /// So many names failed from this address just now.
    private void failed(int names) {
        server.database()
                .ownerJdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into trastienda.fallos_ingreso
                                                select '127.0.0.1', sha256(n::text::bytea), 1, :now
                                                from generate_series(1, :names) n
                                                on conflict (nombre_sha256, direccion)
                                                    do update set ultimo = :now
                                                """)
                                        .bind("names", names)
                                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    private long blockedLines() {
        return number(
                "select count(*) from trastienda.auditoria where accion ="
                        + " 'identidad.ingreso_bloqueado'");
    }

    private long knocksWhileClosed() {
        return number("select intentos from trastienda.cierres_ingreso");
    }

    private long number(String sql) {
        return server.database()
                .ownerJdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void rotatesRefreshTokensAndEndsTheSessionWhenOneComesBack() {
        server.person("carla", Grupo.ASESOR);
        var first = server.signIn("carla");
        var second = read(refresh(first.refreshToken()), Tokens.class);
        assertThat(get(Paths.ME, second.accessToken()).statusCode()).isEqualTo(200);
        assertThat(get(Paths.ME, first.accessToken()).statusCode()).isEqualTo(200);
        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(get(Paths.ME, second.accessToken()).statusCode()).isEqualTo(401);
        assertThat(refresh(second.refreshToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void endsASessionAfterThirtyMinutesWithoutThePersonsInput() {
        server.person("dora", Grupo.ASESOR);
        var tokens = server.signIn("dora");
        clock.advance(Duration.ofMinutes(14));
        assertThat(aged(tokens, 840).statusCode()).isEqualTo(200);
        tokens = read(refresh(tokens.refreshToken(), 840), Tokens.class);
        clock.advance(Duration.ofMinutes(14));
        assertThat(aged(tokens, 1680).statusCode()).isEqualTo(200);
        tokens = read(refresh(tokens.refreshToken(), 1680), Tokens.class);
        clock.advance(Duration.ofMinutes(3));
        assertThat(aged(tokens, 0).statusCode()).isEqualTo(401);
        assertThat(refresh(tokens.refreshToken(), 0).statusCode()).isEqualTo(401);
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusy() {
        clock.advance(Duration.ofHours(1));
        server.person("eva", Grupo.ASESOR);
        var tokens = server.signIn("eva");
        for (int i = 0; i < 48; i++) {
            clock.advance(Duration.ofMinutes(14));
            tokens = read(refresh(tokens.refreshToken()), Tokens.class);
        }
        clock.advance(Duration.ofMinutes(14));
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(14));
            refresh(tokens.refreshToken());
        }
        assertThat(get(Paths.ME, tokens.accessToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void asksForANewPasswordAtTheFirstSignInAndNothingElse() {
        var admin = server.token(Grupo.ADMINISTRADOR);
        var created =
                server.call(
                        "POST",
                        Paths.USUARIOS,
                        admin,
                        new UsuarioCambio(
                                "fabio",
                                "Fabio",
                                "f@x.co",
                                null,
                                List.of("ASESOR"),
                                TestServer.PASSWORD));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var token = server.signIn("fabio").accessToken();
        assertThat(get(Paths.SESSIONS, token).body()).contains("Cambie");
        assertThat(get(Paths.SESSIONS, token).statusCode()).isEqualTo(403);
        assertThat(read(get(Paths.ME, token), Yo.class).debeCambiarClave()).isTrue();
        var weak = password(token, TestServer.PASSWORD, "fabio");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("\"nueva\":[");
        assertThat(password(token, TestServer.PASSWORD, TestServer.PASSWORD).statusCode())
                .isEqualTo(400);
        assertThat(password(token, "otra", "Otra-clave-9").body()).contains("\"actual\":[");
        assertThat(password(token, TestServer.PASSWORD, "Otra-clave-9").statusCode())
                .isEqualTo(204);
        assertThat(get(Paths.SESSIONS, token).statusCode()).isEqualTo(200);
    }

    @Test
    void disablingOrResettingAPersonEndsTheirSessionsAtOnce() {
        var admin = server.token(Grupo.ADMINISTRADOR);
        var id = server.person("gabi", Grupo.ASESOR);
        var token = server.signIn("gabi").accessToken();
        assertThat(get(Paths.ME, token).statusCode()).isEqualTo(200);
        var off = new UsuarioCambio(null, null, null, false, null, null);
        assertThat(server.call("PATCH", Paths.fill(Paths.USUARIO, id), admin, off).statusCode())
                .isEqualTo(200);
        assertThat(get(Paths.ME, token).statusCode()).isEqualTo(401);
        assertThat(login("gabi", TestServer.PASSWORD).statusCode()).isEqualTo(401);
        var on = new UsuarioCambio(null, null, null, true, null, null);
        server.call("PATCH", Paths.fill(Paths.USUARIO, id), admin, on);
        var reset = server.call("POST", Paths.fill(Paths.USUARIO_CLAVE, id), admin, null);
        var temporary = read(reset, ClaveNueva.class).clave();
        assertThat(login("gabi", temporary).statusCode()).isEqualTo(200);
        assertThat(login("gabi", TestServer.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void listsOnesOwnSessionsAndEndsOne() {
        server.person("hugo", Grupo.ASESOR);
        var here = server.signIn("hugo");
        var there = server.signIn("hugo");
        var list = Json.mapper().readTree(get(Paths.SESSIONS, here.accessToken()).body());
        assertThat(list.size()).isEqualTo(2);
        for (var session : list) {
            if (!session.get("esta").booleanValue()) {
                var path = Paths.fill(Paths.SESSION, session.get("id").longValue());
                assertThat(server.call("DELETE", path, here.accessToken(), null).statusCode())
                        .isEqualTo(204);
            }
        }
        assertThat(get(Paths.ME, there.accessToken()).statusCode()).isEqualTo(401);
        assertThat(server.call("POST", Paths.LOGOUT, here.accessToken(), null).statusCode())
                .isEqualTo(204);
        assertThat(get(Paths.ME, here.accessToken()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> login(String username, String password) {
        return server.call("POST", Paths.LOGIN, null, new Credenciales(username, password));
    }

    private HttpResponse<String> password(String token, String old, String fresh) {
        return server.call("POST", Paths.PASSWORD, token, new CambioClave(old, fresh));
    }

    private HttpResponse<String> refresh(String token) {
        return server.call("POST", Paths.REFRESH, null, new RefreshToken(token));
    }

    private HttpResponse<String> refresh(String token, int age) {
        var body = Json.mapper().writeValueAsString(new RefreshToken(token));
        return server.send(
                server.request(Paths.REFRESH)
                        .header("Content-Type", "application/json")
                        .header(Headers.INPUT_AGE, Integer.toString(age))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> aged(Tokens tokens, int age) {
        return server.send(
                server.request(Paths.ME)
                        .header("Authorization", "Bearer " + tokens.accessToken())
                        .header(Headers.INPUT_AGE, Integer.toString(age)));
    }

    private HttpResponse<String> get(String path, String token) {
        return server.call("GET", path, token, null);
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readValue(answer.body(), type);
    }
}
