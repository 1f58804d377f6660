package trastienda.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// An RFC 9457 problem with our `code`, the fields' errors, a short reference to the server's log,
/// the current row when a change was made on an old version, and the seconds to wait before trying
/// again.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        ProblemCode code,
        List<FieldError> errors,
        @Nullable String reference,
        @Nullable JsonNode actual,
        @Nullable Long retryAfter) {

    /// The media type a problem travels under.
    public static final String MEDIA_TYPE = "application/problem+json";
}
