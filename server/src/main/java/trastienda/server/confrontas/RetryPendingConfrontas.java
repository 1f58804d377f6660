package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.util.Optional;

/// Sends what waits for the object store, one file after the other, on whichever node takes it
/// first. A file that fails again waits longer.
final class RetryPendingConfrontas {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    private final Ledger ledger;
    private final Depot depot;
    private final WaitingRoom waiting;
    private final TempFiles temp;
    private final UnderWay underWay;
    private final Backoff backoff;

    RetryPendingConfrontas(
            Ledger ledger,
            Depot depot,
            WaitingRoom waiting,
            TempFiles temp,
            UnderWay underWay,
            Backoff backoff) {
        this.ledger = ledger;
        this.depot = depot;
        this.waiting = waiting;
        this.temp = temp;
        this.underWay = underWay;
        this.backoff = backoff;
    }

    /// Sends everything whose time has come.
    ///
    /// @return how many files were stored
    int run() {
        var stored = 0;
        var next = claim();
        while (next.isPresent()) {
            if (send(next.get())) {
                stored++;
            } else if (depot.watch().isDown()) {
                return stored;
            }
            next = claim();
        }
        return stored;
    }

    /// The store is back: nothing waits longer than it must.
    int runNow() {
        var now = ledger.now();
        ledger.database()
                .run(
                        Actor.SYSTEM,
                        tx -> ledger.claims().hurry(tx, now.minus(UnderWay.SILENCE), now));
        return run();
    }

    /// Sends one waiting file because a person asked.
    ///
    /// @return whether it is stored; empty when someone is sending it
    Optional<Boolean> sendNow(FileRow row) {
        var now = ledger.now();
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx ->
                                ledger.claims()
                                        .claimWaiting(
                                                tx, row.id(), now.minus(UnderWay.SILENCE), now))
                .map(this::send);
    }

    private Optional<FileRow> claim() {
        var now = ledger.now();
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx -> ledger.claims().claimDue(tx, now.minus(UnderWay.SILENCE), now));
    }

    private boolean send(FileRow row) {
        var file = temp.create();
        try (var visit = underWay.enter(row.ventaId(), row.tipo())) {
            visit.works(row.id());
            if (!waiting.leave(row, temp, file)) {
                return gone(row);
            }
            return switch (depot.keep(row, file)) {
                case Depot.Kept.Stored(var url) -> stored(row, url);
                case Depot.Kept.Unavailable(var reason) -> again(row, reason);
            };
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Still waiting: {}", row.place().objeto(), failure);
            return again(row, String.valueOf(failure.getMessage()));
        } finally {
            temp.discard(file);
        }
    }

    private boolean stored(FileRow row, String url) {
        try {
            var after = ledger.stored(Actor.SYSTEM, row, url, Ledger.Way.WAITED);
            return after.estado() == EstadoArchivo.GUARDADO;
        } catch (ProblemException refused) {
            if (refused.code() != ProblemCode.NO_ENCONTRADO) {
                throw refused;
            }
            ledger.failed(row, "the sale is gone", true);
            return false;
        }
    }

    /// The pieces are not what was handed in: either it was deleted while we read, or they are
    /// lost.
    private boolean gone(FileRow row) {
        LOG.error("What waited is damaged: {}", row.place().objeto());
        return again(row, "the waiting pieces do not have the file's checksum");
    }

    private boolean again(FileRow row, String reason) {
        var next = ledger.now().plus(backoff.after(row.work().intentos()));
        ledger.database()
                .run(Actor.SYSTEM, tx -> ledger.claims().tryAgain(tx, row.id(), next, reason));
        return false;
    }
}
