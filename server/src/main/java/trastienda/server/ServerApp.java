package trastienda.server;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Routes;

import java.util.ArrayDeque;
import java.util.Deque;

/// The whole server: makes the platform and every feature, in the order of their arrows, and starts
/// listening. Closing it stops all of it in reverse.
public final class ServerApp implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final HttpServer http;

    private ServerApp(Config config) {
        var routes = new Routes();
        http =
                opened(
                        new HttpServer(
                                HttpSettings.of(config.listen()),
                                routes,
                                (authorization, inputAge) -> null,
                                javalin -> {}));
    }

    /// Starts everything and returns once requests are answered.
    ///
    /// @throws trastienda.server.platform.config.ConfigException for a setting that cannot be used
    /// @throws trastienda.server.platform.http.PortTakenException when the port is not free
    public static ServerApp start(Config config) {
        var app = new ServerApp(config);
        app.http.start();
        return app;
    }

    /// Where it listens, without a slash at the end.
    public String url() {
        return http.url();
    }

    @Override
    public void close() {
        Closing.all(parts);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
