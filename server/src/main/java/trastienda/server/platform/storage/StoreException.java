package trastienda.server.platform.storage;

import org.jspecify.annotations.Nullable;

/// The store did not do what was asked. `transientFailure`: asking again later may help.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean transientFailure;

    public StoreException(String message, boolean transientFailure, @Nullable Throwable cause) {
        super(message, cause);
        this.transientFailure = transientFailure;
    }

    /// Whether asking again later may help.
    public boolean transientFailure() {
        return transientFailure;
    }
}
