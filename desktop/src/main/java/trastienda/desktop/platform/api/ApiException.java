package trastienda.desktop.platform.api;

import java.io.IOException;

/// A call that came to nothing for a reason the server did not write as a problem. Refusals are
/// thrown as `ProblemException`, the vocabulary of both ends.
public final class ApiException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ApiFailure failure;

    /// The failure without a cause.
    public ApiException(ApiFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /// The failure and what lies under it.
    public ApiException(ApiFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /// Which failure it is.
    public ApiFailure failure() {
        return failure;
    }
}
