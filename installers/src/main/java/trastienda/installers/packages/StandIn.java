package trastienda.installers.packages;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Says of itself what a server says before anyone signs in, and notices who asked.
final class StandIn implements AutoCloseable {
    private static final int VISIT_SECONDS = 120;

    /// Until the screen that asked has drawn what it was told.
    private static final int DRAWN_SECONDS = 3;

    private final HttpServer http;
    private final CountDownLatch visited = new CountDownLatch(1);

    private StandIn(HttpServer http) {
        this.http = http;
    }

    static StandIn start(String version) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var standIn = new StandIn(HttpServer.create(address, 0));
        var body =
                """
                {"version":"%s","api":1,"api_minima":1,"demo":false,"cuentas":[]}
                """
                        .formatted(version)
                        .getBytes(StandardCharsets.UTF_8);
        standIn.http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.getResponseHeaders().set("Trastienda-Api", "1");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    standIn.visited.countDown();
                });
        standIn.http.start();
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void awaitVisit() throws IOException, InterruptedException {
        if (!visited.await(VISIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the packaged desktop did not show its sign-in screen");
        }
        TimeUnit.SECONDS.sleep(DRAWN_SECONDS);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
