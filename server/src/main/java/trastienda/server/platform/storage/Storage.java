package trastienda.server.platform.storage;

import org.jspecify.annotations.Nullable;

import trastienda.shared.operacion.Check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The store this server works with: the one the settings name, or the embedded one. Tried out in
/// the background once [#begin(Runnable)] is called; what was seen, and how it is now, is told by
/// [#check].
public final class Storage implements AutoCloseable {
    private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

    private final @Nullable EmbeddedS3 embedded;
    private final S3ObjectStore store;
    private final CapabilityProbe probe;
    private final Clock clock;
    private final long supportedObjects;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile @Nullable Capabilities seen;
    private volatile Instant countAgain = Instant.MIN;
    private volatile boolean crowded;

    Storage(
            @Nullable EmbeddedS3 embedded,
            S3ObjectStore store,
            String bucket,
            Clock clock,
            long supportedObjects) {
        this.embedded = embedded;
        this.store = store;
        this.probe = new CapabilityProbe(store, bucket, embedded != null);
        this.clock = clock;
        this.supportedObjects = supportedObjects;
    }

    /// Opens the client, and starts the embedded store when no endpoint is set. A store elsewhere
    /// that does not answer is not an error here: work goes on and files wait.
    ///
    /// @throws IllegalStateException with one line to show when the embedded store cannot start
    public static Storage open(StorageSettings settings, Clock clock) {
        var bucket =
                settings.buckets()
                        .getOrDefault(
                                StoragePolicy.CONFRONTAS.bucketType(),
                                StoragePolicy.CONFRONTAS.defaultBucket());
        @Nullable EmbeddedS3 embedded =
                settings.endpoint().isPresent()
                        ? null
                        : EmbeddedS3.start(settings.dataDir().resolve("repositorio"));
        var reached = embedded == null ? settings : embedded.settings(settings);
        var client = new S3ObjectStore(reached, embedded != null, bucket);
        return new Storage(embedded, client, bucket, clock, EmbeddedS3.SUPPORTED_OBJECTS);
    }

    /// Tries the store out in the background, after what else is to be done there first, whether
    /// that could be done or not.
    public void begin(Runnable first) {
        Thread.ofVirtual()
                .name("store-probe")
                .start(
                        () -> {
                            try {
                                first.run();
                            } catch (RuntimeException failed) {
                                StoreLog.warn("the store was not prepared", failed);
                            }
                            begin();
                        });
    }

    /// The client.
    public ObjectStore store() {
        return store;
    }

    /// The embedded store, when it is the one in use.
    public Optional<EmbeddedS3> embedded() {
        return Optional.ofNullable(embedded);
    }

    /// What the store was seen to do; empty while it could not be tried out.
    public Optional<Capabilities> capabilities() {
        return Optional.ofNullable(seen);
    }

    /// How the store is now: `ok`; `warning` when it lacks something needed or holds more than an
    /// embedded one should; `down` when it does not answer within 3 seconds.
    public Check check() {
        var start = System.nanoTime();
        try {
            store.ping();
        } catch (StoreException e) {
            return new Check("down", millisSince(start), e.getClass().getSimpleName());
        }
        var ms = millisSince(start);
        var warning = warning();
        return warning.isEmpty() ? new Check("ok", ms, null) : new Check("warning", ms, warning);
    }

    /// What whoever runs the machine should know of a store that answers; empty when all is well.
    public String warning() {
        if (seen == null) {
            tryOut();
        }
        var known = seen;
        if (known != null && !known.missing().isEmpty()) {
            return "not seen: " + String.join(", ", known.missing());
        }
        return isCrowded()
                ? "the embedded store holds more than "
                        + supportedObjects
                        + " objects: move to an S3 store (MINIO_ENDPOINT)"
                : "";
    }

    private void begin() {
        if (embedded != null) {
            embedded.removeLeftovers();
        }
        tryOut();
    }

    /// One at a time; who comes while it is under way does not wait for it.
    private void tryOut() {
        if (!trying.tryLock()) {
            return;
        }
        try {
            if (seen != null) {
                return;
            }
            var found = probe.run();
            seen = found;
            StoreLog.note("the store was tried out: {}", found);
            if (!found.missing().isEmpty()) {
                StoreLog.warn("the store lacks: {}", String.join(", ", found.missing()));
            }
        } catch (StoreException e) {
            StoreLog.warn("the store could not be tried out: {}", String.valueOf(e.getMessage()));
        } finally {
            trying.unlock();
        }
    }

    private boolean isCrowded() {
        if (embedded == null) {
            return false;
        }
        var now = clock.instant();
        if (!now.isBefore(countAgain)) {
            countAgain = now.plus(COUNT_EVERY);
            crowded = embedded.count(supportedObjects + 1) > supportedObjects;
        }
        return crowded;
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /// Ends what is under way, the trial at start included, before the embedded store goes.
    @Override
    public void close() {
        store.cancel();
        trying.lock();
        try {
            store.close();
        } finally {
            trying.unlock();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
