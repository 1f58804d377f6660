package trastienda.server.operacion;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;

import trastienda.server.operacion.HealthChecks.Finding;
import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Requests;
import trastienda.server.platform.http.Route.Shape;
import trastienda.server.platform.http.Routes;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;
import trastienda.shared.operacion.Check;
import trastienda.shared.operacion.CuentaDemo;
import trastienda.shared.operacion.Health;
import trastienda.shared.operacion.VersionInfo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Health, measures, version and the description of the routes.
public final class OperacionFeature implements AutoCloseable {
    private static final String TAG = "operacion";
    private final HealthChecks health;
    private final Metrics metrics = new Metrics();
    private final List<CuentaDemo> demo;

    /// Who is asked for signs of life: `database` throws when it is away, its remarks are warnings
    /// (empty for none), `store` says it all, `data` is where the disk is looked at.
    public record Signs(
            Runnable database,
            List<Supplier<String>> databaseRemarks,
            Supplier<Check> store,
            Path data) {}

    /// @param demo the accounts that the sign-in screen offers; empty outside demo mode
    public OperacionFeature(Signs signs, List<CuentaDemo> demo) {
        var probes = new LinkedHashMap<String, Callable<Finding>>();
        probes.put("database", () -> alive(signs.database(), signs.databaseRemarks()));
        probes.put("store", () -> Finding.of(signs.store().get()));
        probes.put("disk", () -> Probes.disk(signs.data()));
        probes.put("memory", Probes::memory);
        this.health = new HealthChecks(probes);
        this.demo = List.copyOf(demo);
    }

    /// Adds this feature's routes.
    public void routes(Routes routes) {
        routes.on(HandlerType.GET, Paths.HEALTH, Access.anonymous())
                .tag(TAG)
                .tag("anonima")
                .summary("How each dependency is; 503 only without database or disk")
                .answers(200, Shape.ONE, Health.class)
                .answers(503, Shape.ONE, Health.class)
                .handle(
                        ctx -> {
                            var found = health.check();
                            ctx.json(found);
                            ctx.status(found.status().equals(HealthChecks.DOWN) ? 503 : 200);
                        });
        routes.on(HandlerType.GET, Paths.VERSION, Access.anonymous())
                .tag(TAG)
                .tag("anonima")
                .summary("Version and protocol of this server")
                .answers(200, Shape.ONE, VersionInfo.class)
                .handle(ctx -> ctx.json(version()));
        routes.on(HandlerType.GET, Paths.METRICS, Access.needs(Permiso.OPERACION_VER))
                .tag(TAG)
                .summary("Measures in Prometheus' text format")
                .answersAs("text/plain")
                .handle(
                        ctx -> {
                            ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
                            ctx.result(metrics.text());
                        });
        describe(routes);
    }

    private void describe(Routes routes) {
        routes.on(HandlerType.GET, Paths.OPENAPI, Access.anonymous())
                .tag(TAG)
                .tag("anonima")
                .summary("This API as an OpenAPI 3.1 document")
                .answersAs("application/json")
                .handle(
                        ctx -> {
                            var document = OpenApi.document(routes.all(), programVersion());
                            ctx.contentType("application/json");
                            ctx.result(Json.mapper().writeValueAsBytes(document));
                        });
        routes.on(HandlerType.GET, Paths.DOCS, Access.anonymous())
                .tag(TAG)
                .tag("anonima")
                .summary("This API as a page to read")
                .answersAs("text/html")
                .handle(
                        ctx -> {
                            ctx.header(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'unsafe-inline';"
                                            + " frame-ancestors 'none'");
                            ctx.html(DocsPage.html(routes.all()));
                        });
    }

    /// Measures every request.
    public void measure(JavalinConfig javalin) {
        javalin.requestLogger.http(
                (ctx, milliseconds) ->
                        metrics.request(
                                ctx.method().name(),
                                Requests.routePath(ctx),
                                ctx.statusCode(),
                                milliseconds));
    }

    private VersionInfo version() {
        return new VersionInfo(
                programVersion(), ApiVersion.CURRENT, ApiVersion.OLDEST, !demo.isEmpty(), demo);
    }

    private static String programVersion() {
        var version = OperacionFeature.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static Finding alive(Runnable ping, List<Supplier<String>> remarks) {
        ping.run();
        return Probes.remarks(remarks);
    }

    @Override
    public void close() {
        health.close();
        metrics.close();
    }
}
