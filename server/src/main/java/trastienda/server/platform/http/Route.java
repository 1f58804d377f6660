package trastienda.server.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;

import java.time.Duration;
import java.util.List;

/// One route: where it is, who may call it, how its errors look, what it takes and answers (for the
/// API document), and what it does.
public record Route(
        HandlerType method,
        String path,
        Access access,
        ErrorBody errors,
        Doc doc,
        Limits limits,
        Handler handler) {
    /// What a route bounds beside its permission: how long one request may take, and who even knows
    /// that its object exists.
    public record Limits(Duration time, Visibility visibility) {
        /// Thirty seconds, and everyone who is signed in may know.
        public static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(30), (ctx, principal) -> true);
    }

    /// Whether a principal may know that the object of a path exists. Asked after authentication
    /// and before the permission, so that what is hidden answers 404 and never 403.
    @FunctionalInterface
    public interface Visibility {
        /// True when the object is visible to the principal.
        boolean sees(Context ctx, Principal principal);
    }

    /// The method's name: `GET`, `POST`, …
    public String verb() {
        return method.name();
    }

    /// How a route's errors are written when the caller does not ask for a problem.
    public enum ErrorBody {
        /// `{"detail": …}` or `{campo: [mensajes]}`, as Django REST framework writes them.
        DRF,
        /// RFC 9457.
        PROBLEM
    }

    /// What the API document says of a route. The first answer is the one when all goes well;
    /// errors of the route's own kind need no mention.
    public record Doc(
            String summary,
            List<Param> params,
            @Nullable Body body,
            List<Answer> answers,
            List<String> tags) {}

    /// What is sent: a record as JSON, a form of a record's fields and one file part, or raw bytes
    /// (neither record nor file).
    public record Body(
            String mediaType, @Nullable Class<?> type, @Nullable String file, boolean required) {}

    /// One answer. `type` is a record of `shared`, or null for bytes and for none.
    public record Answer(int status, Shape shape, @Nullable Class<?> type, String mediaType) {}

    /// One query parameter or header: its name, its type (`string`, `integer`, `boolean`, `date`)
    /// and what it does.
    public record Param(String in, String name, String type, boolean required, String what) {}

    /// What the answer's type stands in.
    public enum Shape {
        NOTHING,
        ONE,
        LIST,
        PAGE,
        BYTES
    }
}
