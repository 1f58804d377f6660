package trastienda.server;

import io.javalin.config.JavalinConfig;

import trastienda.server.identidad.IdentidadFeature;
import trastienda.server.operacion.OperacionFeature;
import trastienda.server.operacion.OperacionFeature.Signs;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.storage.Storage;
import trastienda.server.platform.storage.StorageSettings;
import trastienda.server.ventas.VentasFeature;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The whole server: makes the platform and every feature, in the order of their arrows, and starts
/// listening. Closing it stops all of it in reverse.
public final class ServerApp implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Config config;
    private final Clock clock;
    private final HttpServer http;

    private ServerApp(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
        try {
            this.http = open();
        } catch (RuntimeException failed) {
            Closing.all(parts);
            throw failed;
        }
    }

    /// Starts everything and returns once requests are answered.
    ///
    /// @throws trastienda.server.platform.config.ConfigException for a setting that cannot be used
    /// @throws trastienda.server.platform.http.PortTakenException when the port is not free
    public static ServerApp start(Config config) {
        return new ServerApp(config, Clock.systemUTC());
    }

    /// As [#start(Config)], with a clock that a test moves.
    public static ServerApp start(Config config, Clock clock) {
        return new ServerApp(config, clock);
    }

    /// Where it listens, without a slash at the end.
    public String url() {
        return http.url();
    }

    /// The routes that are really registered, as `GET /path/`.
    public List<String> registered() {
        return http.registered();
    }

    private HttpServer open() {
        if (config.database().main().isEmpty() || config.store().external().isEmpty()) {
            opened(DataLock.take(config.folders().data()));
        }
        var databases =
                opened(Databases.open(config, (handle, actor, entries) -> {}, new UnheardEvents()));
        var storage = opened(Storage.open(StorageSettings.from(config), clock));
        var identidad = new IdentidadFeature(databases.main(), clock);
        var ventas = new VentasFeature(databases.main(), clock);
        var operacion = opened(operacion(databases, storage));
        var routes = new Routes();
        identidad.routes(routes);
        ventas.routes(routes);
        operacion.routes(routes);
        return listen(routes, identidad, operacion::measure);
    }

    private HttpServer listen(
            Routes routes,
            IdentidadFeature identidad,
            java.util.function.Consumer<JavalinConfig> more) {
        return opened(
                        new HttpServer(
                                HttpSettings.of(config.listen()),
                                routes,
                                identidad.authenticator(),
                                more))
                .start();
    }

    private OperacionFeature operacion(Databases databases, Storage storage) {
        var signs =
                new Signs(
                        databases::ping,
                        List.of(
                                () ->
                                        databases.auditAppendOnly()
                                                ? ""
                                                : "the audit is not append-only"),
                        storage::check,
                        config.folders().data());
        return new OperacionFeature(signs, List.of());
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
