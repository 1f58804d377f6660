package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import trastienda.server.platform.config.Config;
import trastienda.server.testing.Await;
import trastienda.server.testing.RawHttp;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// More than the server takes at once, longer than it waits, larger than it reads.
@Timeout(20)
class OverloadTest {
    private static final int PLACES = 2;
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() {
        var routes = new Routes();
        routes.on(HandlerType.GET, "/lenta/", Access.anonymous())
                .handle(
                        ctx -> {
                            inside.incrementAndGet();
                            letGo.await();
                            ctx.result("hecho");
                        });
        routes.on(HandlerType.GET, "/rapida/", Access.anonymous()).handle(ctx -> ctx.result("ya"));
        routes.on(HandlerType.GET, "/eterna/", Access.anonymous())
                .within(Duration.ofMillis(50))
                .handle(ctx -> new CountDownLatch(1).await());
        routes.on(HandlerType.POST, "/cuerpo/", Access.anonymous())
                .within(Duration.ofMillis(50))
                .handle(ctx -> ctx.json(Requests.body(ctx, Map.class)));
        routes.on(HandlerType.POST, "/grande/", Access.anonymous())
                .handle(ctx -> ctx.json(Requests.body(ctx, Map.class)));
        var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
        server =
                new HttpServer(
                                new HttpSettings(listen, PLACES, Duration.ofSeconds(30)),
                                routes,
                                (authorization, age) -> null,
                                javalin -> {})
                        .start();
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        server.close();
        client.shutdownNow();
    }

    @Test
    void sendsAwayWhatIsMoreThanItsPlacesAndServesAgainOnceOneIsFree() {
        var first = send("/lenta/");
        var second = send("/lenta/");
        Await.until("both places are taken", () -> inside.get() == PLACES);

        var third = send("/rapida/").join();
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.body()).contains("\"code\":\"sobrecarga\"", "\"retry_after\":1");

        letGo.countDown();
        assertThat(first.join().body()).isEqualTo("hecho");
        assertThat(second.join().body()).isEqualTo("hecho");
        Await.until("a place is free again", () -> send("/rapida/").join().statusCode() == 200);
    }

    @Test
    void endsARequestThatTakesLongerThanItsRouteAllowsAndFreesItsPlace() {
        for (int i = 0; i <= PLACES; i++) {
            var late = send("/eterna/").join();
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void endsARequestWhoseBodyNeverComes() {
        var answer =
                new RawHttp(server.url())
                        .send(
                                "POST /cuerpo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
                                        + "Content-Type: application/json\r\n\r\n{\"a\":");
        assertThat(answer).startsWith("HTTP/1.1 503").contains("Retry-After: ", "sobrecarga");
    }

    @Test
    void refusesABodyThatGrowsPastTheLimitWithoutHavingSaidSo() {
        var json =
                ("{\"a\":\"" + "a".repeat(2 * JsonBody.MAX_BYTES) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        var answer =
                client.sendAsync(
                                request("/grande/")
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofInputStream(
                                                        () -> new ByteArrayInputStream(json)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .join();
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("demasiado_grande");
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }
}
