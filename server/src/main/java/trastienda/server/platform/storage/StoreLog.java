package trastienda.server.platform.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/// The object store's log (seed 000: `logs/minio_telefonica.log`): every put, stat, get, delete and
/// link with key, size, milliseconds and expiry; never a signature or a secret.
public final class StoreLog {
    /// The logger whose lines also go to `minio_telefonica.log`.
    public static final String LOGGER = "trastienda.repositorio";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private StoreLog() {}

    static <T> T timed(String what, String bucket, String key, long size, Supplier<T> work) {
        var start = System.nanoTime();
        try {
            var done = work.get();
            LOG.info("{} {}/{} bytes={} ms={}", what, bucket, key, size, millis(start));
            return done;
        } catch (StoreException e) {
            LOG.warn(
                    "{} {}/{} bytes={} ms={} failed transient={}: {}",
                    what,
                    bucket,
                    key,
                    size,
                    millis(start),
                    e.transientFailure(),
                    e.getMessage());
            throw e;
        }
    }

    static void link(String bucket, String key, Duration valid) {
        LOG.info("link {}/{} expires_s={}", bucket, key, valid.toSeconds());
    }

    static void note(String text, Object... values) {
        LOG.info(text, values);
    }

    static void warn(String text, Object... values) {
        LOG.warn(text, values);
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
