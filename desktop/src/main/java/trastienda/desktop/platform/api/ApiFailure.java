package trastienda.desktop.platform.api;

import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;

/// Everything that can come of a call besides its answer. Rendered by an exhaustive switch.
public sealed interface ApiFailure {
    /// The server cannot be reached, or the way was cut.
    record Offline() implements ApiFailure {}

    /// The server understood and refused.
    record Refused(Problem problem) implements ApiFailure {}

    /// The session is over; the shell goes to the sign-in screen by itself.
    record SignedOut() implements ApiFailure {}

    /// This program is older than the server accepts.
    record TooOld() implements ApiFailure {}

    /// The server is older than this program can talk to.
    record TooNew() implements ApiFailure {}

    /// The person stopped it.
    record Cancelled() implements ApiFailure {}

    /// A defect here or there: a short code that is in the log of whoever wrote it.
    record Unexpected(String reference) implements ApiFailure {}

    /// What any exception of a call means.
    static ApiFailure of(Throwable cause) {
        return switch (cause) {
            case ApiException api -> api.failure();
            case ProblemException problem -> new Refused(Problems.of(problem));
            case IOException cut -> new Offline();
            default -> new Unexpected(References.log(cause));
        };
    }
}
