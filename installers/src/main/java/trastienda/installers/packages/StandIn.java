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
    private static final int BUSY = 503;
    private static final int NO_BODY = -1;
    private static final int VISIT_SECONDS = 120;

    /// A sign-in screen that was refused says so and asks again some seconds later: who asks again
    /// has drawn itself.
    private static final int VISITS = 2;

    private final HttpServer http;
    private final CountDownLatch visits = new CountDownLatch(VISITS);

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
                        if (standIn.visits.getCount() == VISITS) {
                            exchange.sendResponseHeaders(BUSY, NO_BODY);
                        } else {
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                        }
                    }
                    standIn.visits.countDown();
                });
        standIn.http.start();
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void awaitDrawn() throws IOException, InterruptedException {
        if (!visits.await(VISIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the packaged desktop did not show its sign-in screen");
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
