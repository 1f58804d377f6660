package trastienda.server.platform.storage;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The store this server works with: the one the settings name, or the embedded one.
public final class Storage implements AutoCloseable {
    private final @Nullable EmbeddedS3 embedded;
    private final S3ObjectStore store;

    private Storage(@Nullable EmbeddedS3 embedded, S3ObjectStore store) {
        this.embedded = embedded;
        this.store = store;
    }

    /// Opens the client, and starts the embedded store when no endpoint is set. A store elsewhere
    /// that does not answer is not an error here: work goes on and files wait.
    ///
    /// @throws IllegalStateException with one line to show when the embedded store cannot start
    public static Storage open(StorageSettings settings) {
        var bucket =
                settings.buckets()
                        .getOrDefault(
                                StoragePolicy.CONFRONTAS.bucketType(),
                                StoragePolicy.CONFRONTAS.defaultBucket());
        if (settings.endpoint().isPresent()) {
            return new Storage(null, new S3ObjectStore(settings, false, bucket));
        }
        var embedded = EmbeddedS3.start(settings.dataDir().resolve("repositorio"));
        return new Storage(embedded, new S3ObjectStore(embedded.settings(settings), true, bucket));
    }

    /// The client.
    public ObjectStore store() {
        return store;
    }

    /// The embedded store, when it is the one in use.
    public Optional<EmbeddedS3> embedded() {
        return Optional.ofNullable(embedded);
    }

    @Override
    public void close() {
        store.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
