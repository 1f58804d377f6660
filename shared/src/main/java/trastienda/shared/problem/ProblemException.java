package trastienda.shared.problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/// An expected failure: thrown by rules, turned into an answer by the server's one mapper, and into
/// words by the desktop.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient @Nullable JsonNode actual;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemCode code,
            List<FieldError> errors,
            @Nullable JsonNode actual,
            @Nullable Duration retryAfter) {
        super(code.wire() + (errors.isEmpty() ? "" : " " + errors));
        this.code = code;
        this.errors = List.copyOf(errors);
        this.actual = actual;
        this.retryAfter = retryAfter;
    }

    /// A failure without fields.
    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, List.of(), null, null);
    }

    /// A failure of these fields, all of them at once.
    public static ProblemException of(ProblemCode code, List<FieldError> errors) {
        return new ProblemException(code, errors, null, null);
    }

    /// A failure of one field.
    public static ProblemException field(
            ProblemCode code, String campo, Regla regla, Object... parametros) {
        return of(code, List.of(FieldError.of(campo, regla, parametros)));
    }

    /// A change on an old version: `actual` is the row as it is now.
    public static ProblemException stale(JsonNode actual) {
        return new ProblemException(ProblemCode.VERSION_VIEJA, List.of(), actual, null);
    }

    /// A failure that passes: try again after this long.
    public static ProblemException retry(ProblemCode code, Duration after) {
        return new ProblemException(code, List.of(), null, after);
    }

    /// The kind of failure.
    public ProblemCode code() {
        return code;
    }

    /// The fields that broke a rule; empty when it is not about fields.
    public List<FieldError> errors() {
        return errors;
    }

    /// The row as it is now, for a change on an old version.
    public @Nullable JsonNode actual() {
        return actual;
    }

    /// How long to wait before trying again, where waiting helps.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
