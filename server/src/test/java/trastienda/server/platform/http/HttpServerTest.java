package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.http.Route.Shape;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class HttpServerTest {
    private static final String PROBLEM = "application/problem+json";
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    record Thing(String nombre, long version, LocalDate fecha) {}

    @BeforeEach
    void start() {
        var routes = new Routes();
        routes.on(HandlerType.GET, "/api/v1/cosas/", Access.needs(Permiso.VENTAS_VER))
                .query("desde", "date", "first day")
                .handle(
                        ctx -> {
                            var query = Query.of(ctx);
                            var asked = Paging.asked(query);
                            query.date("desde");
                            query.check();
                            ctx.json(Paging.byPage(ctx, asked, 500, List.of("ñandú")));
                        });
        routes.on(HandlerType.GET, "/api/v1/cosas/{id}/", Access.needs(Permiso.VENTAS_VER))
                .handle(ctx -> ctx.json(Map.of("id", Requests.id(ctx, "id"))));
        routes.on(HandlerType.POST, "/api/v1/cosas/", Access.anonymous())
                .body(Thing.class)
                .answers(201, Shape.ONE, Thing.class)
                .handle(ctx -> ctx.status(201).json(Requests.body(ctx, Thing.class)));
        routes.on(HandlerType.PUT, "/api/v1/cosas/{id}/", Access.anonymous())
                .handle(
                        ctx -> {
                            if (ctx.req().getContentLengthLong() > 10) {
                                throw ProblemException.of(ProblemCode.DEMASIADO_GRANDE);
                            }
                            ctx.result(ctx.bodyAsBytes());
                        });
        routes.on(HandlerType.GET, "/telefonica/cosa/", Access.signedIn())
                .drf()
                .handle(
                        ctx -> {
                            throw new IllegalStateException("12345678 is a secret");
                        });
        routes.on(HandlerType.DELETE, "/api/v1/cosas/{id}/", Access.needs(Permiso.ETL_OPERAR))
                .visibleWhen((ctx, principal) -> Requests.id(ctx, "id") == 1)
                .handle(ctx -> ctx.status(204));
        routes.on(HandlerType.GET, Paths.VERSION, Access.anonymous())
                .handle(ctx -> ctx.result("1"));
        var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
        var user = new Principal.User(7, "ana", "Ana", Set.of(Permiso.VENTAS_VER), false, 1);
        server =
                new HttpServer(
                                HttpSettings.of(listen),
                                routes,
                                (authorization, age) -> authorization == null ? null : user,
                                javalin -> {})
                        .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAPageWithAnAbsoluteNextAndAnEntityTag() {
        var first = get("/api/v1/cosas/?page=2&page_size=10&q=a%20b");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("\"next\":\"" + server.url() + "/api/v1/cosas/?page=3&page_size=10&q=a+b")
                .contains("\"previous\":\"" + server.url() + "/api/v1/cosas/?page=1&")
                .contains("ñandú");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, max-age=0");
        assertThat(first.headers().firstValue("Trastienda-Api")).contains("1");
        var again =
                send(
                        request("/api/v1/cosas/?page=2&page_size=10&q=a%20b")
                                .header("Authorization", "x")
                                .header(
                                        "If-None-Match",
                                        first.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void reportsEveryWrongParameterAtOnce() {
        var answer = get("/api/v1/cosas/?page_size=10000&page=0&desde=ayer");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("parametro_invalido", "\"page_size\"", "\"page\"", "\"desde\"");
    }

    @Test
    void findsNothingUnderIdsThatAreNotPositiveNumbers() {
        for (var id : List.of("abc", "0", "-1", "9223372036854775808", "%D9%A1")) {
            assertThat(get("/api/v1/cosas/" + id + "/").statusCode()).as(id).isEqualTo(404);
        }
        assertThat(get("/api/v1/cosas/9223372036854775807").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesInTheContractsOrder() {
        assertThat(send(request("/api/v1/cosas/1/").DELETE()).statusCode()).isEqualTo(401);
        assertThat(signed("/api/v1/cosas/2/", "DELETE").statusCode()).isEqualTo(404);
        assertThat(signed("/api/v1/cosas/1/", "DELETE").statusCode()).isEqualTo(403);
        assertThat(signed("/api/v1/cosas/1/", "PATCH").statusCode()).isEqualTo(405);
        assertThat(signed("/api/v1/nada/", "GET").statusCode()).isEqualTo(404);
    }

    @Test
    void writesDjangosBodiesOnTheSeedsRoutesAndProblemsWhenAsked() {
        var nobody = send(request("/telefonica/cosa/"));
        assertThat(nobody.body())
                .isEqualTo("{\"detail\":\"Las credenciales de autenticación no se proveyeron.\"}");
        var english = send(request("/telefonica/cosa/").header("Accept-Language", "en-US,es;q=.5"));
        assertThat(english.body()).contains("Authentication credentials were not provided.");
        var problem = send(request("/telefonica/cosa/").header("Accept", PROBLEM));
        assertThat(problem.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(problem.body()).contains("\"code\":\"no_autenticado\"", "\"status\":401");
        var wrongMethod = signed("/telefonica/cosa/", "POST");
        assertThat(wrongMethod.body())
                .isEqualTo("{\"detail\":\"Método \\\"POST\\\" no permitido.\"}");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(send(request("/telefonica/nada/")).body())
                .isEqualTo("{\"detail\":\"No encontrado.\"}");
    }

    @Test
    void hidesAnUnexpectedFailureBehindAReference() {
        var failed =
                send(
                        request("/telefonica/cosa/")
                                .header("Authorization", "x")
                                .header("Accept", PROBLEM));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("\"reference\":\"").doesNotContain("secret");
    }

    @Test
    void refusesBodiesThatAreNotJson() {
        assertThat(post("{}", "text/plain").statusCode()).isEqualTo(415);
        assertThat(post("{", "application/json").statusCode()).isEqualTo(400);
        assertThat(post("", "application/json").statusCode()).isEqualTo(400);
        assertThat(post("[]", "application/json").statusCode()).isEqualTo(400);
        assertThat(post("[".repeat(10_000), "application/json").statusCode()).isEqualTo(400);
        assertThat(post("{\"nombre\":\"a\\u0000\"}", "application/json").body())
                .contains("json_invalido", "\"nombre\"");
        assertThat(post("{\"nombre\":\"a\\ud800\"}", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(
                        post("{\"nombre\":\"" + "a".repeat(50_000_000) + "\"}", "application/json")
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void namesEveryFieldOfAWrongType() {
        var answer =
                post("{\"nombre\":{},\"version\":\"x\",\"fecha\":\"mañana\"}", "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"campo\":\"nombre\"", "\"campo\":\"version\"", "\"campo\":\"fecha\"")
                .contains("no_es_fecha", "no_es_numero", "no_es_texto");
    }

    @Test
    void refusesAClientOfAnotherProtocolAndTellsItWhichThisIs() {
        var current = ApiVersion.CURRENT;
        assertThat(speaking("/api/v1/cosas/", Integer.toString(current)).statusCode())
                .isEqualTo(200);
        var old = speaking("/api/v1/cosas/", Integer.toString(ApiVersion.OLDEST - 1));
        assertThat(old.statusCode()).isEqualTo(426);
        assertThat(old.body()).contains("\"code\":\"programa_viejo\"");
        assertThat(old.headers().firstValue(Headers.API)).contains(Integer.toString(current));
        var young = speaking("/api/v1/cosas/", Integer.toString(current + 1));
        assertThat(young.statusCode()).isEqualTo(426);
        assertThat(young.body()).contains("\"code\":\"programa_nuevo\"");
        assertThat(speaking("/api/v1/cosas/", "uno").statusCode()).isEqualTo(400);
        assertThat(speaking(Paths.VERSION, "0").statusCode()).isEqualTo(200);
    }

    @Test
    void answersBeforeABodyThatWaitsForContinueIsSent() throws IOException {
        var uri = URI.create(server.url());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            """
                            PUT /api/v1/cosas/1/ HTTP/1.1\r
                            Host: x\r
                            Expect: 100-continue\r
                            Content-Length: 11000000\r
                            \r
                            """
                                    .getBytes(StandardCharsets.US_ASCII));
            var first = new byte[12];
            assertThat(socket.getInputStream().readNBytes(first, 0, 12)).isEqualTo(12);
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private HttpResponse<String> get(String path) {
        return signed(path, "GET");
    }

    private HttpResponse<String> speaking(String path, String protocol) {
        return send(
                request(path).header("Authorization", "Bearer x").header(Headers.API, protocol));
    }

    private HttpResponse<String> signed(String path, String method) {
        return send(
                request(path)
                        .header("Authorization", "Bearer x")
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> post(String body, String type) {
        return send(
                request("/api/v1/cosas/")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
