package trastienda.server.platform.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.db.Database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which bucket a use writes to: the active row of `configuracion_minio` of its type, else the
/// environment variable of that name, else the policy's default. The row that every database is
/// born with gives way to a variable that was set; any other row wins over it, and either is said
/// once in the log. A row that is changed is followed within a minute; objects already kept stay
/// where they are, each with its own bucket.
public final class Buckets {
    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Database database;
    private final BucketsRepository rows = new BucketsRepository();
    private final Map<String, String> configured;
    private final ObjectStore store;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Set<Said> warned = ConcurrentHashMap.newKeySet();

    private record Known(String bucket, Instant until) {}

    /// A disagreement that the log told: of which use, and between which two names.
    private record Said(String type, String variable, String row) {}

    public Buckets(
            Database database, Map<String, String> configured, ObjectStore store, Clock clock) {
        this.database = database;
        this.configured = configured;
        this.store = store;
        this.clock = clock;
    }

    /// The bucket's name; asks the database at most once a minute.
    public String of(StoragePolicy policy) {
        var now = clock.instant();
        var last = known.get(policy.bucketType());
        if (last != null && now.isBefore(last.until)) {
            return last.bucket;
        }
        var bucket = look(policy);
        known.put(policy.bucketType(), new Known(bucket, now.plus(FRESH)));
        if (last == null || !last.bucket.equals(bucket)) {
            StoreLog.note("{} is kept in bucket {}", policy.bucketType(), bucket);
        }
        return bucket;
    }

    /// Makes the bucket of that use when it does not exist.
    public void ensure(StoragePolicy policy) {
        store.ensureBucket(of(policy));
    }

    private String look(StoragePolicy policy) {
        var variable = configured.getOrDefault(policy.bucketType(), policy.defaultBucket());
        var row = database.read(handle -> rows.active(handle, policy.bucketType()));
        if (row.isEmpty() || row.get().equals(variable)) {
            return variable;
        }
        if (variable.equals(policy.defaultBucket())) {
            return row.get();
        }
        var born = row.get().equals(policy.defaultBucket());
        if (warned.add(new Said(policy.bucketType(), variable, row.get()))) {
            LOG.warn(
                    "{} is {} in the environment and {} in the table configuracion_minio: {} is"
                            + " used, because {}",
                    policy.bucketType(),
                    variable,
                    row.get(),
                    born ? variable : row.get(),
                    born
                            ? "the table holds only what every database is born with"
                            : "a row that someone wrote wins over the environment");
        }
        return born ? variable : row.get();
    }
}
