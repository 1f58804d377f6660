package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.StoreException;

import java.io.InputStream;
import java.nio.file.Path;

/// The object store as the files of a sale use it: nothing counts as kept before the store was
/// asked what it holds.
final class Depot {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    /// What became of a file.
    sealed interface Kept {
        /// The store holds it, size and checksum compared.
        record Stored(String url) implements Kept {}

        /// The store did not take it; it has to wait.
        record Unavailable(String reason) implements Kept {}
    }

    /// What the store holds under a file's key.
    enum Found {
        SAME,
        OTHER,
        NOTHING
    }

    private static final int TRIES = 2;

    private final ObjectStore store;
    private final StoreWatch watch;
    private final FailPoints points;

    Depot(ObjectStore store, StoreWatch watch, FailPoints points) {
        this.store = store;
        this.watch = watch;
        this.points = points;
    }

    /// Puts a file and compares what the store then holds; once more when that differs.
    Kept keep(FileRow row, Path file) {
        if (watch.isDown()) {
            return new Kept.Unavailable("the object store is away");
        }
        try {
            for (var tries = 0; tries < TRIES; tries++) {
                if (kept(row, file)) {
                    return new Kept.Stored(url(row));
                }
            }
            return new Kept.Unavailable("the store holds something else than what was sent");
        } catch (StoreException failure) {
            LOG.warn("Not stored yet: {}: {}", row.place().objeto(), failure.getMessage());
            watch.failed(failure);
            return new Kept.Unavailable(String.valueOf(failure.getMessage()));
        }
    }

    private boolean kept(FileRow row, Path file) {
        store.put(row.put(file));
        points.at(FailPoints.Point.PUT);
        var same = look(row) == Found.SAME;
        if (same) {
            points.at(FailPoints.Point.VERIFIED);
        } else {
            LOG.error("Stored with another size or checksum: {}", row.place().objeto());
        }
        return same;
    }

    /// Asks the store about a file's object.
    ///
    /// @throws StoreException when it does not answer
    Found look(FileRow row) {
        return store.stat(row.place().bucket(), row.place().objeto())
                .map(stat -> row.matches(stat) ? Found.SAME : Found.OTHER)
                .orElse(Found.NOTHING);
    }

    /// The object's bytes from `offset`, `length` of them.
    InputStream open(FileRow.Place place, long offset, long length) {
        return store.get(place.bucket(), place.objeto(), offset, length);
    }

    void remove(FileRow.Place place) {
        store.delete(place.bucket(), place.objeto());
    }

    /// The canonical address, unsigned.
    String url(FileRow row) {
        return store.canonical(row.place().bucket(), row.place().objeto()).toString();
    }

    ObjectStore store() {
        return store;
    }

    StoreWatch watch() {
        return watch;
    }
}
