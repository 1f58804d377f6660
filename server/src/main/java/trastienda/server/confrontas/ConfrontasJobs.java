package trastienda.server.confrontas;

import trastienda.server.platform.auth.Actor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// What is to be done for files in the background. Everything is claimed row by row, so that any
/// number of nodes may do it at the same time.
public final class ConfrontasJobs {
    private static final Duration KEYS_LIVE = Duration.ofDays(7);
    private static final Duration TEMP_LIVES = Duration.ofHours(1);

    private final Ledger ledger;
    private final RetryPendingConfrontas retry;
    private final SettleStaleIntents settle;
    private final RemoveDeletedObjects remove;
    private final Enlaces enlaces;
    private final TempFiles temp;

    ConfrontasJobs(
            Ledger ledger,
            Depot depot,
            RetryPendingConfrontas retry,
            Enlaces enlaces,
            TempFiles temp) {
        this.ledger = ledger;
        this.retry = retry;
        this.settle = new SettleStaleIntents(ledger, depot);
        this.remove = new RemoveDeletedObjects(ledger, depot);
        this.enlaces = enlaces;
        this.temp = temp;
    }

    /// Every few seconds: settles what the dead began, sends what waits and whose time has come,
    /// removes objects of deleted files.
    ///
    /// @return how many files and objects it moved
    public int often() {
        return settle.run() + retry.run() + remove.run();
    }

    /// Once a day or so: forgets old keys and links, and temporary files that nobody works on.
    public int daily() {
        var before = ledger.now().minus(KEYS_LIVE);
        var keys =
                ledger.database().write(Actor.SYSTEM, tx -> ledger.rows().forgetKeys(tx, before));
        try {
            return keys + enlaces.forget() + temp.sweep(TEMP_LIVES, ledger.now());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The store answers again.
    ///
    /// @return how many waiting files were stored
    public int storeIsBack() {
        return retry.runNow();
    }
}
