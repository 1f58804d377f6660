package trastienda.server.platform.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.http.Route.Answer;
import trastienda.server.platform.http.Route.Body;
import trastienda.server.platform.http.Route.Doc;
import trastienda.server.platform.http.Route.ErrorBody;
import trastienda.server.platform.http.Route.Limits;
import trastienda.server.platform.http.Route.Param;
import trastienda.server.platform.http.Route.Shape;
import trastienda.server.platform.http.Route.Visibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The list of all routes, filled by every feature; the server, the API document and the permission
/// test read it.
public final class Routes {
    private static final String JSON = "application/json";

    private final List<Route> routes = new ArrayList<>();

    /// Starts a route; it is in the list once [Builder#handle] was called.
    public Builder on(HandlerType method, String path, Access access) {
        return new Builder(method, path, access);
    }

    /// All routes in the order they were declared.
    public List<Route> all() {
        return List.copyOf(routes);
    }

    /// A route in the making.
    public final class Builder {
        private final HandlerType method;
        private final String path;
        private final Access access;
        private ErrorBody errors = ErrorBody.PROBLEM;
        private String summary = "";
        private final List<Param> params = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private @Nullable Body body;
        private Limits limits = Limits.DEFAULT;

        private Builder(HandlerType method, String path, Access access) {
            this.method = method;
            this.path = path;
            this.access = access;
        }

        /// One sentence for the API document.
        public Builder summary(String text) {
            summary = text;
            return this;
        }

        /// Errors look as Django REST framework's.
        public Builder drf() {
            errors = ErrorBody.DRF;
            return this;
        }

        /// A query parameter.
        public Builder query(String name, String type, String what) {
            params.add(new Param("query", name, type, false, what));
            return this;
        }

        /// A header.
        public Builder header(String name, boolean required, String what) {
            params.add(new Param("header", name, "string", required, what));
            return this;
        }

        /// The JSON body's type.
        public Builder body(Class<?> type) {
            body = new Body(JSON, type, null, true);
            return this;
        }

        /// The type of a JSON body that may be left out.
        public Builder optionalBody(Class<?> type) {
            body = new Body(JSON, type, null, false);
            return this;
        }

        /// It takes a form of these fields, with a file in the part called `file`.
        public Builder form(Class<?> fields, String file) {
            body = new Body("multipart/form-data", fields, file, true);
            return this;
        }

        /// It takes the body as it is.
        public Builder raw(String mediaType) {
            body = new Body(mediaType, null, null, true);
            return this;
        }

        /// What it answers as JSON: first when all goes well, then what else has a body of its own.
        public Builder answers(int code, Shape in, Class<?> type) {
            answers.add(new Answer(code, in, type, JSON));
            return this;
        }

        /// It answers this status without a body, or with bytes.
        public Builder answers(int code, Shape in) {
            answers.add(new Answer(code, in, null, "application/octet-stream"));
            return this;
        }

        /// It answers 200 with text of this kind.
        public Builder answersAs(String mediaType) {
            answers.add(new Answer(200, Shape.BYTES, null, mediaType));
            return this;
        }

        /// A heading of the API document.
        public Builder tag(String name) {
            tags.add(name);
            return this;
        }

        /// How long one request may take, where thirty seconds are not enough.
        public Builder within(Duration time) {
            limits = new Limits(time, limits.visibility());
            return this;
        }

        /// Answers 404 to those who may not know that the object exists, before the permission is
        /// looked at.
        public Builder visibleWhen(Visibility visibility) {
            limits = new Limits(limits.time(), visibility);
            return this;
        }

        /// Ends the route.
        public void handle(Handler handler) {
            var said =
                    answers.isEmpty()
                            ? List.of(new Answer(200, Shape.NOTHING, null, JSON))
                            : List.copyOf(answers);
            var doc = new Doc(summary, List.copyOf(params), body, said, List.copyOf(tags));
            routes.add(new Route(method, path, access, errors, doc, limits, handler));
        }
    }
}
