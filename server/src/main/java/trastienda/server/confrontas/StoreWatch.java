package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.StoreException;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Remembers that the object store went away, so that uploads wait in PostgreSQL at once instead of
/// each waiting for a time-out, and notices within seconds when it is back.
final class StoreWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    private final ObjectStore store;
    private final Duration every;
    private final Runnable onBack;
    private final AtomicBoolean down = new AtomicBoolean();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("store-watch").factory());

    /// @param every how long between two looks while the store is away
    /// @param onBack called once each time it is back
    StoreWatch(ObjectStore store, Duration every, Runnable onBack) {
        this.store = store;
        this.every = every;
        this.onBack = onBack;
    }

    boolean isDown() {
        return down.get();
    }

    /// Someone saw the store fail.
    void failed(StoreException failure) {
        if (failure.transientFailure() && down.compareAndSet(false, true)) {
            LOG.warn("The object store is away: {}", failure.getMessage());
            lookLater();
        }
    }

    private void lookLater() {
        if (!timer.isShutdown()) {
            var look = timer.schedule(this::look, every.toMillis(), TimeUnit.MILLISECONDS);
            if (look.isCancelled()) {
                LOG.debug("Stopping: the store is no longer watched");
            }
        }
    }

    private void look() {
        try {
            store.ping();
        } catch (StoreException stillAway) {
            LOG.debug("The object store is still away: {}", stillAway.getMessage());
            lookLater();
            return;
        } catch (RuntimeException unforeseen) {
            LOG.warn("The object store could not be looked at", unforeseen);
            lookLater();
            return;
        }
        down.set(false);
        LOG.info("The object store is back");
        onBack.run();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
