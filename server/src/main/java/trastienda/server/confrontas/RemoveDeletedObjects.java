package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.storage.StoreException;

/// Removes from the store what people deleted and what never counted, after the commit that said
/// so.
final class RemoveDeletedObjects {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

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

    private boolean removeOne() {
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx ->
                                ledger.rows()
                                        .toRemove(tx)
                                        .map(
                                                row -> {
                                                    depot.remove(row.place());
                                                    ledger.rows().removed(tx, row.id());
                                                    return true;
                                                })
                                        .orElse(false));
    }
}
