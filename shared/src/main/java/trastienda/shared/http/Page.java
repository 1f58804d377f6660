package trastienda.shared.http;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A list's envelope, as DRF's. `next` and `previous` are absolute addresses that keep the caller's
/// style (`page` or `cursor`).
public record Page<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results) {
    /// The page sizes that are accepted.
    public static final int MAX_SIZE = 200;

    /// Rows per page when the caller names none.
    public static final int DEFAULT_SIZE = 50;
}
