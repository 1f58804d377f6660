package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import trastienda.server.platform.config.Config;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// What becomes of connections when the server ends.
@Timeout(20)
class StoppingTest {
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() {
        var routes = new Routes();
        routes.on(HandlerType.GET, "/lenta/", Access.anonymous())
                .handle(
                        ctx -> {
                            inside.countDown();
                            letGo.await();
                            ctx.result("hecho");
                        });
        routes.on(HandlerType.GET, "/rapida/", Access.anonymous()).handle(ctx -> ctx.result("ya"));
        var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
        server =
                new HttpServer(
                                new HttpSettings(listen, 2, Duration.ofMinutes(5)),
                                routes,
                                (authorization, age) -> null,
                                javalin -> {})
                        .start();
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        client.shutdownNow();
    }

    @Test
    void hangsUpWhereNothingIsAskedAtOnceAndLetsARunningRequestFinish() throws Exception {
        try (var idle = idle()) {
            var running =
                    client.sendAsync(
                            HttpRequest.newBuilder(URI.create(server.url() + "/lenta/")).build(),
                            BodyHandlers.ofString());
            inside.await();

            var ended = CompletableFuture.runAsync(server::close);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            assertThat(running).isNotDone();
            assertThat(ended).isNotDone();

            letGo.countDown();
            assertThat(running.join().body()).isEqualTo("hecho");
            ended.join();
        }
    }

    /// A connection whose only request has been answered.
    private Socket idle() throws IOException {
        var address = URI.create(server.url());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write("GET /rapida/ HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        var said = new StringBuilder();
        while (!said.toString().endsWith("\r\n\r\nya")) {
            said.append((char) socket.getInputStream().read());
        }
        return socket;
    }
}
