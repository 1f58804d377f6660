package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.storage.StoreException;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.util.Optional;

/// Ends what a dead process began: an intent without a sign of life is settled by asking the store.
/// The object is there and is what was sent: committed. Else the upload failed; its sender was
/// never told that it had worked, and sends it again under the same key.
final class SettleStaleIntents {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    private final Ledger ledger;
    private final Depot depot;

    SettleStaleIntents(Ledger ledger, Depot depot) {
        this.ledger = ledger;
        this.depot = depot;
    }

    /// @return how many intents were settled
    int run() {
        var settled = 0;
        for (var row = claim(); row.isPresent(); row = claim()) {
            try {
                settle(row.get());
                settled++;
            } catch (StoreException refused) {
                if (!refused.transientFailure()) {
                    // it keeps its claim and is asked again after the silence; the others go on
                    LOG.warn("Not settled: {}", row.get().place().objeto(), refused);
                    continue;
                }
                depot.watch().failed(refused);
                ledger.letGo(row.get());
                LOG.info("Settled later, the store is away: {}", row.get().place().objeto());
                return settled;
            }
        }
        return settled;
    }

    private Optional<FileRow> claim() {
        var now = ledger.now();
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx -> ledger.claims().claimSilent(tx, now.minus(UnderWay.SILENCE), now));
    }

    private void settle(FileRow row) {
        var found = depot.look(row);
        if (found == Depot.Found.SAME) {
            commit(row);
        } else {
            ledger.failed(row, "the upload was interrupted", found == Depot.Found.OTHER);
        }
        LOG.info("Settled: {}", row.place().objeto());
    }

    private void commit(FileRow row) {
        try {
            ledger.stored(Actor.SYSTEM, row, depot.url(row), Ledger.Way.ABANDONED);
        } catch (ProblemException refused) {
            if (refused.code() != ProblemCode.NO_ENCONTRADO) {
                throw refused;
            }
            ledger.failed(row, "the sale is gone", true);
        }
    }
}
