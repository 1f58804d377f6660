package trastienda.server.confrontas;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.inspect.InspectionLimits;
import trastienda.server.platform.inspect.ProcessInspector;
import trastienda.server.platform.storage.S3ObjectStore;
import trastienda.server.platform.storage.StorageSettings;
import trastienda.server.testing.NoEvents;
import trastienda.server.ventas.VentasFeature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of files in a process of its own, which kills itself with `kill -9` the n-th time an
/// upload passes a place, if one is named. The database comes by the environment, the rest by
/// system properties.
final class CrashNode {
    private CrashNode() {}

    /// Prints `READY <url>` and serves until it dies.
    public static void main(String[] arguments) throws Exception {
        var clock =
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(Long.getLong("cf.minutes", 0)));
        var databases =
                Databases.open(
                        Config.from(System.getenv()), AuditoriaFeature.sink(), new NoEvents());
        var store =
                new S3ObjectStore(
                        StorageSettings.at(
                                URI.create(System.getProperty("cf.store")),
                                System.getProperty("cf.access"),
                                System.getProperty("cf.secret")),
                        Boolean.getBoolean("cf.embedded"),
                        System.getProperty("cf.bucket"));
        var ventas =
                new VentasFeature(
                        databases.main(),
                        new AuditoriaFeature(databases.main(), databases.jobs()).trail(),
                        clock);
        var feature =
                new ConfrontasFeature(
                        databases,
                        new ConfrontasFeature.Kept(store, () -> System.getProperty("cf.bucket")),
                        Boolean.getBoolean("cf.inspect")
                                ? new ProcessInspector(InspectionLimits.DEFAULT, clock)
                                : FilesServer.TRUSTING,
                        new ConfrontasFeature.Sales(
                                ventas.access(), ventas.confronta(), ventas.ventas()),
                        new ConfrontasFeature.Settings(
                                Path.of(System.getProperty("cf.folder")), 1 << 30, clock),
                        dying());
        var routes = new Routes();
        feature.routes(routes);
        var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
        var http =
                new HttpServer(
                                HttpSettings.of(listen),
                                routes,
                                (name, age) ->
                                        name == null ? null : Person.valueOf(name).principal(),
                                javalin -> {})
                        .start();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var jobs =
                    timer.scheduleWithFixedDelay(
                            feature.jobs()::often, 200, 200, TimeUnit.MILLISECONDS);
            System.out.println("READY " + http.url());
            new CountDownLatch(1).await();
            jobs.cancel(true);
        }
    }

    private static FailPoints dying() {
        var where = System.getProperty("cf.point", "");
        var left = new AtomicInteger(Integer.getInteger("cf.times", 1));
        return point -> {
            if (point.name().equals(where) && left.decrementAndGet() == 0) {
                kill();
            }
        };
    }

    private static void kill() {
        try {
            var self = Long.toString(ProcessHandle.current().pid());
            var exit = new ProcessBuilder("kill", "-9", self).inheritIO().start().waitFor();
            throw new IllegalStateException("still alive after kill: " + exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
