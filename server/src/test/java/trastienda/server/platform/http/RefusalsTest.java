package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.server.platform.config.AddressRange;
import trastienda.server.platform.config.Config;
import trastienda.server.testing.RawHttp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is refused before or beside every route is answered in our words too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private HttpServer server;
    private RawHttp raw;

    @BeforeAll
    void start() {
        var routes = new Routes();
        routes.on(HandlerType.POST, "/api/v1/cosas/", Access.anonymous())
                .handle(ctx -> ctx.json(Requests.body(ctx, Map.class)));
        routes.on(HandlerType.POST, "/telefonica/cosas/", Access.anonymous())
                .drf()
                .handle(ctx -> ctx.json(Requests.body(ctx, Map.class)));
        var listen =
                new Config.Listen(
                        "127.0.0.1", 0, Optional.empty(), List.of(AddressRange.parse("127.0.0.1")));
        server =
                new HttpServer(
                                HttpSettings.of(listen),
                                routes,
                                (authorization, age) -> null,
                                javalin -> {})
                        .start();
        raw = new RawHttp(server.url());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/%zz/,400",
        "GET /api/v1/a%2Fb/,404",
        "GET /api/v1/../../etc/passwd,404",
        "GET api/v1/,400",
        "PUT /api/v1/%00/,400",
        "GET /nada/,404",
        "GET /api/v1/nada/,404",
        "BREW /api/v1/cosas/,405",
        "PUT /api/v1/cosas/,405"
    })
    void answersAProblemAndNeverAPage(String requestLine, int status) {
        var answer = raw.send(requestLine + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        isOurs(answer, "Content-Type: application/problem+json", "\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /telefonica/nada/,404",
        "GET /telefonica/%zz/,400",
        "GET /telefonica/venta/%00/detalle/,400",
        "PUT /telefonica/cosas/,405",
        "GET /api/v1/reportes/nada/,404"
    })
    void writesDjangosBodyUnderTheSeedsPaths(String requestLine, int status) {
        var answer = raw.send(requestLine + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        isOurs(answer, "Content-Type: application/json", "{\"detail\":\"");
    }

    @Test
    void answersAProblemToABadAddressUnderASeedsPathForWhoAsks() {
        var answer =
                raw.send(
                        """
                        GET /telefonica/%zz/ HTTP/1.1\r
                        Host: x\r
                        Connection: close\r
                        Accept: application/problem+json\r
                        \r
                        """);
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer, "Content-Type: application/problem+json", "\"status\":400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%zz/", "/nada/"})
    void saysThatTheWayInIsSecureWhoeverWritesTheAnswer(String path) {
        var answer =
                raw.send(
                        "GET "
                                + path
                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "X-Forwarded-Proto: https\r\n\r\n");
        isOurs(answer, "Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void refusesHeadersThatAreTooMany() {
        var answer =
                raw.send(
                        "GET /api/v1/cosas/ HTTP/1.1\r\nHost: x\r\nX-A: "
                                + "a".repeat(20_000)
                                + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431");
        isOurs(answer, "Content-Type: application/problem+json", "demasiado_grande");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var answer = raw.send("GET /api/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 414");
        isOurs(answer, "Content-Type: application/problem+json", "demasiado_grande");
    }

    @Test
    void refusesWhatIsNotHttp() {
        var answer = raw.send("\u0016\u0003\u0001 nonsense\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer, "Content-Type: application/problem+json", "\"status\":400");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cosas/,application/problem+json,json_invalido",
        "/telefonica/cosas/,application/json,detail"
    })
    void refusesABodyInBrokenPieces(String path, String type, String word) {
        var answer =
                raw.send(
                        "POST "
                                + path
                                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isOurs(answer, "Content-Type: " + type, word);
    }

    private static void isOurs(String answer, String... words) {
        assertThat(answer)
                .contains(words)
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Vary: Accept-Encoding, Accept-Language",
                        "Trastienda-Api: 1")
                .doesNotContain("<html", "Jetty", "jetty", "Exception", "\tat ", "Caused");
    }
}
