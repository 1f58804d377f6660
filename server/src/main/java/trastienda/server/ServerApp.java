package trastienda.server;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.confrontas.ConfrontasFeature;
import trastienda.server.demo.DemoFeature;
import trastienda.server.identidad.HashCost;
import trastienda.server.identidad.IdentidadFeature;
import trastienda.server.operacion.OperacionFeature;
import trastienda.server.operacion.OperacionFeature.Signs;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.MigrationAccess;
import trastienda.server.platform.events.EventLog;
import trastienda.server.platform.http.BrotliLibrary;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Route;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.idempotency.Idempotency;
import trastienda.server.platform.inspect.InspectionLimits;
import trastienda.server.platform.inspect.ProcessInspector;
import trastienda.server.platform.jobs.Jobs;
import trastienda.server.platform.presence.Presence;
import trastienda.server.platform.runs.Runs;
import trastienda.server.platform.socket.EventsSocket;
import trastienda.server.platform.storage.Buckets;
import trastienda.server.platform.storage.Storage;
import trastienda.server.platform.storage.StoragePolicy;
import trastienda.server.platform.storage.StorageSettings;
import trastienda.server.platform.storage.StoreException;
import trastienda.server.ventas.EquiposRepository;
import trastienda.server.ventas.VentasFeature;
import trastienda.shared.operacion.CuentaDemo;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// The whole server: makes the platform and every feature, in the order of their arrows, and starts
/// listening. Closing it stops all of it in reverse.
public final class ServerApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerApp.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Config config;
    private final Clock clock;
    private final HashCost cost;
    private final MigrationAccess migrationAccess;
    private final Routes routes = new Routes();
    private final HttpServer http;

    /// What features stand on.
    private record Platform(
            Databases databases,
            EventLog events,
            Storage storage,
            OperacionFeature operacion,
            Jobs jobs,
            Runs runs,
            Presence presence) {}

    private ServerApp(Config config, Clock clock, HashCost cost) {
        this.config = config;
        this.clock = clock;
        this.cost = cost;
        this.migrationAccess = new MigrationAccess(config);
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
        return start(config, Clock.systemUTC(), HashCost.STANDARD);
    }

    /// As [#start(Config)], with a clock that a test moves and hashes that it need not wait for.
    public static ServerApp start(Config config, Clock clock, HashCost cost) {
        return new ServerApp(config, clock, cost);
    }

    /// Where it listens, without a slash at the end.
    public String url() {
        return http.url();
    }

    /// The routes that are really registered, as `GET /path/`.
    public List<String> registered() {
        return http.registered();
    }

    /// The routes as the features declared them.
    public List<Route> routes() {
        return routes.all();
    }

    private HttpServer open() {
        var platform = platform();
        var main = platform.databases.main();
        var buckets =
                new Buckets(
                        main,
                        StorageSettings.from(config).buckets(),
                        platform.storage.store(),
                        clock);
        var auditoria = new AuditoriaFeature(main, platform.databases.jobs());
        var identidad = new IdentidadFeature(main, clock, cost);
        var ventas = new VentasFeature(main, auditoria.trail(), clock);
        var confrontas = opened(confrontas(platform, ventas, buckets));
        var demo = config.demo() ? opened(demo(platform, identidad, buckets)) : null;
        var operacion = platform.operacion;
        var socket =
                new EventsSocket(
                        platform.events,
                        identidad.authenticator(),
                        new EquiposRepository(main)::supervisedBy,
                        platform.presence);
        identidad.routes(routes, platform.events::position);
        ventas.routes(routes);
        confrontas.routes(routes);
        operacion.routes(routes);
        jobs(platform, auditoria, confrontas);
        var listening =
                opened(
                        new HttpServer(
                                HttpSettings.of(config.listen()),
                                routes,
                                identidad.authenticator(),
                                javalin -> {
                                    operacion.measure(javalin);
                                    socket.register(javalin);
                                }));
        opened(socket);
        // not before: the jobs' first connection is made while all of this is
        platform.events.start(platform.databases);
        platform.events.subscribe(-1, IdentidadFeature::hears, identidad.changes());
        platform.presence.start();
        start(listening, platform, buckets, demo);
        migrationAccess.begin();
        return listening;
    }

    /// What is started once everything stands.
    private static void start(
            HttpServer listening, Platform platform, Buckets buckets, @Nullable DemoFeature demo) {
        if (demo != null) {
            demo.load();
        }
        platform.jobs.start();
        listening.start();
        platform.storage.begin(() -> ensure(buckets));
        if (demo != null) {
            demo.start();
        }
    }

    private static void ensure(Buckets buckets) {
        try {
            buckets.ensure(StoragePolicy.CONFRONTAS);
        } catch (StoreException away) {
            LOG.warn("The store does not answer; files wait: {}", away.getMessage());
        }
    }

    private Platform platform() {
        HttpServer.requireFree(config.listen());
        if (config.database().main().isEmpty() || config.store().external().isEmpty()) {
            opened(DataLock.take(config.folders().data()));
        }
        var events = new EventLog();
        var opening =
                opened(
                        Meanwhile.open(
                                "databases",
                                () -> Databases.open(config, AuditoriaFeature.sink(), events)));
        opened(events);
        // what needs no database, while it opens
        var storage = opened(Storage.open(StorageSettings.from(config), clock));
        var operacion = opened(operacion(opening, events, storage));
        BrotliLibrary.in(config.folders().data().resolve("nativas"));
        var databases = opening.get();
        var node = UUID.randomUUID().toString();
        var presence = opened(new Presence(databases.jobs(), node));
        return new Platform(
                databases,
                events,
                storage,
                operacion,
                opened(new Jobs(databases.jobsPool(), clock, node)),
                new Runs(databases.jobs(), clock, node),
                presence);
    }

    private ConfrontasFeature confrontas(Platform platform, VentasFeature ventas, Buckets buckets) {
        return new ConfrontasFeature(
                platform.databases,
                new ConfrontasFeature.Kept(
                        platform.storage.store(), () -> buckets.of(StoragePolicy.CONFRONTAS)),
                opened(new ProcessInspector(InspectionLimits.DEFAULT, clock)),
                new ConfrontasFeature.Sales(ventas.access(), ventas.confronta(), ventas.ventas()),
                new ConfrontasFeature.Settings(
                        config.folders().data().resolve("temp"),
                        config.store().pendingQuota(),
                        clock));
    }

    private DemoFeature demo(Platform platform, IdentidadFeature identidad, Buckets buckets) {
        return new DemoFeature(
                platform.databases.jobs(),
                platform.storage.store(),
                buckets.of(StoragePolicy.CONFRONTAS),
                identidad::hash,
                clock);
    }

    private OperacionFeature operacion(
            Meanwhile<Databases> databases, EventLog events, Storage storage) {
        var signs =
                new Signs(
                        () -> databases.get().ping(),
                        List.of(
                                () ->
                                        databases.get().auditAppendOnly()
                                                ? ""
                                                : "the audit is not append-only",
                                () ->
                                        events.mode() == EventLog.Mode.LISTENING
                                                ? ""
                                                : "events are polled, not listened for",
                                migrationAccess::remark),
                        storage::check,
                        config.folders().data());
        return new OperacionFeature(
                signs, config.demo() ? DemoFeature.accounts() : List.<CuentaDemo>of());
    }

    private void jobs(Platform platform, AuditoriaFeature auditoria, ConfrontasFeature confrontas) {
        var halfDay = Duration.ofHours(12);
        auditoria.jobs(platform.jobs);
        platform.jobs.every("eventos-particiones", halfDay, platform.events::rollPartitions);
        platform.jobs.every("corridas-barrer", Duration.ofSeconds(30), platform.runs::sweep);
        var keys = new Idempotency(clock);
        platform.jobs.every(
                "idempotencia-olvidar",
                Duration.ofHours(1),
                () -> platform.databases.jobs().alone(keys::forgetOld));
        platform.jobs.every("confrontas-diario", halfDay, confrontas.jobs()::daily);
        platform.jobs.every("confrontas-seguido", Duration.ofSeconds(5), confrontas.jobs()::often);
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
