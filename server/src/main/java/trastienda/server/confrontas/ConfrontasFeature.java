package trastienda.server.confrontas;

import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.idempotency.Idempotency;
import trastienda.server.platform.inspect.FileInspector;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.ventas.VentaAccess;
import trastienda.server.ventas.VentaConfronta;
import trastienda.server.ventas.Ventas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/// Wires the files of a sale.
public final class ConfrontasFeature implements AutoCloseable {
    /// Where files are kept: the store, and the bucket that new ones go to.
    public record Kept(ObjectStore store, Supplier<String> bucket) {}

    /// What files need of the sales.
    public record Sales(VentaAccess access, VentaConfronta columns, Ventas ventas) {}

    /// Folder of temporary files, most bytes that may wait in PostgreSQL, and the time.
    public record Settings(Path temp, long pendingQuota, Clock clock) {}

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final StoreWatch watch;
    private final UnderWay underWay;
    private final ConfrontasRoutes routes;
    private final SeedRoutes seeds;
    private final ConfrontasJobs jobs;

    /// @param databases requests go to its main pool; what is done behind them, and the signs of
    ///   life, to the jobs' own, so that no rush of requests makes work under way look dead
    public ConfrontasFeature(
            Databases databases,
            Kept kept,
            FileInspector inspector,
            Sales sales,
            Settings settings) {
        this(databases, kept, inspector, sales, settings, FailPoints.NONE);
    }

    ConfrontasFeature(
            Databases databases,
            Kept kept,
            FileInspector inspector,
            Sales sales,
            Settings settings,
            FailPoints points) {
        this(databases, kept, inspector, sales, settings, points, temp(settings.temp()));
    }

    ConfrontasFeature(
            Databases databases,
            Kept kept,
            FileInspector inspector,
            Sales sales,
            Settings settings,
            FailPoints points,
            TempFiles temp) {
        var ledger = ledger(databases.main(), sales, settings);
        var behind = ledger(databases.jobs(), sales, settings);
        watch = new StoreWatch(kept.store(), LOOK_EVERY, this::storeIsBack);
        var depot = new Depot(kept.store(), watch, points);
        var backoff = new Backoff(new SecureRandom());
        var waiting = new WaitingRoom(ledger, backoff, settings.pendingQuota());
        underWay = new UnderWay(databases.jobs(), ledger.claims(), settings.clock());
        var adoption = new Adoption(ledger, depot, sales.ventas(), kept.bucket());
        var enlaces = new Enlaces(ledger);
        var receiver = new Receiver(temp);
        var uploads =
                new Uploads(
                        new Arrivals(receiver, inspector),
                        ledger,
                        depot,
                        waiting,
                        underWay,
                        new Uploads.Settings(kept.bucket(), points));
        var downloads = new Downloads(ledger, depot, waiting, enlaces, adoption);
        var retry =
                new RetryPendingConfrontas(
                        behind,
                        depot,
                        new WaitingRoom(behind, backoff, settings.pendingQuota()),
                        temp,
                        underWay,
                        backoff);
        jobs = new ConfrontasJobs(behind, depot, retry, new Enlaces(behind), temp);
        routes =
                new ConfrontasRoutes(
                        sales.access(),
                        uploads,
                        downloads,
                        new Confrontas(ledger, adoption),
                        enlaces);
        seeds =
                new SeedRoutes(
                        sales.access(),
                        new SeedForms(
                                databases.main(),
                                new Idempotency(settings.clock()),
                                sales.ventas(),
                                uploads,
                                receiver),
                        downloads,
                        new Resubidas(ledger, sales.columns(), depot, retry, temp, adoption));
    }

    private static Ledger ledger(Database database, Sales sales, Settings settings) {
        return new Ledger(database, sales.access(), sales.columns(), settings.clock());
    }

    /// Declares every route of files.
    public void routes(Routes all) {
        routes.declare(all);
        seeds.declare(all);
    }

    /// The work that any node does in the background; each may be run at any time, on several nodes
    /// at once.
    public ConfrontasJobs jobs() {
        return jobs;
    }

    private void storeIsBack() {
        jobs.storeIsBack();
    }

    private static TempFiles temp(Path folder) {
        try {
            return new TempFiles(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        watch.close();
        underWay.close();
    }
}
