package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.storage.StoreException;

import java.time.Duration;

/// Removes from the store what people deleted and what never counted, after the commit that said
/// so.
final class RemoveDeletedObjects {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final Depot depot;

    RemoveDeletedObjects(Ledger ledger, Depot depot) {
        this.ledger = ledger;
        this.depot = depot;
    }

    /// @return how many objects were removed
    int run() {
        var removed = 0;
        try {
            while (removeOne()) {
                removed++;
            }
        } catch (StoreException away) {
            LOG.info("Removed later, the store is away: {}", away.getMessage());
        }
        return removed;
    }

    /// Takes one under a lease, asks the store without a connection in hand, and says what became
    /// of it. What the store refuses keeps its lease, so that those after it have their turn.
    private boolean removeOne() {
        var now = ledger.now();
        var next =
                ledger.database()
                        .write(
                                Actor.SYSTEM,
                                tx -> ledger.rows().toRemove(tx, now, now.plus(LEASE)));
        if (next.isEmpty()) {
            return false;
        }
        var row = next.get();
        try {
            depot.remove(row.place());
        } catch (StoreException refused) {
            if (refused.transientFailure()) {
                ledger.database().run(Actor.SYSTEM, tx -> ledger.rows().notRemoved(tx, row.id()));
                throw refused;
            }
            LOG.warn("Object of file {} stays: {}", row.id(), refused.getMessage());
            return true;
        }
        ledger.database().run(Actor.SYSTEM, tx -> ledger.rows().removed(tx, row.id()));
        return true;
    }
}
