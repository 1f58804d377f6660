package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.confrontas.FailPoints.Point;
import trastienda.server.platform.auth.Actor;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/// A file's way in: received → inspected → (1) intent → (2) put → (3) verified → (4) committed, or
/// waiting in PostgreSQL where the store is away. No database connection is held while bytes
/// travel. Whatever dies on the way leaves either nothing, or an intent that is settled by asking
/// the store.
final class Uploads {
    /// The wire between the client and us, opened only when the bytes are wanted: until then a
    /// client that said `Expect: 100-continue` sends none.
    @FunctionalInterface
    interface Body {
        /// Opens the stream.
        InputStream open() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration RETRY_SOON = Duration.ofSeconds(5);
    private static final Duration OTHERS_SETTLE = Duration.ofSeconds(2);

    private final Arrivals arrivals;
    private final Ledger ledger;
    private final Depot depot;
    private final WaitingRoom waiting;
    private final UnderWay underWay;
    private final Settings settings;

    /// @param buckets the bucket new files go to; asked each time, an administrator may change it
    record Settings(Supplier<String> buckets, FailPoints points) {}

    Uploads(
            Arrivals arrivals,
            Ledger ledger,
            Depot depot,
            WaitingRoom waiting,
            UnderWay underWay,
            Settings settings) {
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.depot = depot;
        this.waiting = waiting;
        this.underWay = underWay;
        this.settings = settings;
    }

    /// What can be said before a byte of the body is read.
    ///
    /// @throws ProblemException `NO_ENCONTRADO`, `SIN_PERMISO`, `ESTADO_NO_PERMITE`,
    ///   `DEMASIADO_GRANDE`, `ARCHIVO_INVALIDO`
    void check(Actor actor, Upload upload) {
        var venta = ledger.sales().require(actor.principal(), upload.ventaId());
        if (!ledger.seen(upload)) {
            UploadRules.check(
                    actor.principal(),
                    venta,
                    ledger.current(upload.ventaId(), upload.tipo()).isPresent());
        }
        UploadRules.checkAnnounced(upload);
    }

    /// Takes a file in.
    ///
    /// @return as it was answered the first time when the key was seen before
    /// @throws ProblemException as [#check], and `EN_PROCESO`, `CLAVE_CON_OTRO_CONTENIDO`,
    ///   `SIN_ESPACIO`, `REPOSITORIO_NO_DISPONIBLE`
    /// @throws IOException when the client went away
    ArchivoVenta take(Actor actor, Upload upload, Body body) throws IOException {
        check(actor, upload);
        try (var visit = underWay.enter(upload.ventaId(), upload.tipo());
                var received = arrivals.receive(upload, body.open())) {
            settings.points.at(Point.RECEIVED);
            return received(
                    actor, upload, received, visit, () -> arrivals.inspect(upload, received));
        }
    }

    /// Looks into a file that arrived in a form.
    ///
    /// @throws ProblemException `ARCHIVO_INVALIDO`
    FileRow.Content inspect(Upload upload, Received received) {
        return arrivals.inspect(upload, received);
    }

    /// As [#take], for a file that arrived in a form and was looked into.
    ArchivoVenta taken(Actor actor, Upload upload, Received received, FileRow.Content content) {
        check(actor, upload);
        try (var visit = underWay.enter(upload.ventaId(), upload.tipo())) {
            settings.points.at(Point.RECEIVED);
            return received(actor, upload, received, visit, () -> content);
        }
    }

    private ArchivoVenta received(
            Actor actor,
            Upload upload,
            Received received,
            UnderWay.Visit visit,
            Supplier<FileRow.Content> content) {
        var begun =
                ledger.known(actor, upload, received.sha256())
                        .orElseGet(
                                () ->
                                        ledger.begin(
                                                actor,
                                                upload,
                                                content.get(),
                                                settings.buckets.get()));
        return switch (begun) {
            case Ledger.Begun.Mine(var row) -> {
                visit.works(row.id());
                yield answer(actor, finish(actor, row, received.file()), visit);
            }
            case Ledger.Begun.Done(var answer) -> answer;
            case Ledger.Begun.Running() ->
                    throw ProblemException.retry(ProblemCode.EN_PROCESO, RETRY_SOON);
            case Ledger.Begun.Other() ->
                    throw ProblemException.of(ProblemCode.CLAVE_CON_OTRO_CONTENIDO);
        };
    }

    private FileRow finish(Actor actor, FileRow row, Path file) {
        var done = false;
        try {
            settings.points.at(Point.INTENT);
            var kept = kept(actor, row, file);
            settings.points.at(Point.COMMITTED);
            done = true;
            return kept;
        } catch (ProblemException refused) {
            done = true;
            ledger.failed(row, String.valueOf(refused.getMessage()), true);
            throw refused;
        } finally {
            if (!done) {
                letGo(row);
            }
        }
    }

    private FileRow kept(Actor actor, FileRow row, Path file) {
        return switch (depot.keep(row, file)) {
            case Depot.Kept.Stored(var url) -> ledger.stored(actor, row, url, Ledger.Way.SENT);
            case Depot.Kept.Unavailable(var reason) -> waiting.enter(actor, row, file, reason);
        };
    }

    /// The database failed after the intent: another try under the same key need not wait for the
    /// silence to be noticed.
    private void letGo(FileRow row) {
        try {
            ledger.letGo(row);
        } catch (RuntimeException failure) {
            LOG.warn("Intent {} will be settled later: {}", row.id(), failure.toString());
        }
    }

    /// Says who is current, after those who came at the same time.
    private ArchivoVenta answer(Actor actor, FileRow row, UnderWay.Visit visit) {
        visit.settled();
        try {
            visit.letOthersSettle(OTHERS_SETTLE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return ledger.answered(actor, row);
    }
}
