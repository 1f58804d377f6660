package trastienda.desktop.platform.api;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.RefreshToken;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The one HTTP client. Puts the session's token on a request, renews it before and after it is
/// refused, tries safe requests again when the way was cut, and says what went wrong in
/// [ApiFailure]'s terms. Blocking: call it through `Background`.
public final class ApiClient {
    private static final int TRIES = 3;

    private final Session session;
    private final Connection connection;
    private final LongSupplier inputAge;
    private final HttpCarriers carriers = new HttpCarriers();
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile ServerAddress server;
    private volatile int spoken = ApiVersion.CURRENT;

    /// @param inputAge seconds since the person's last input
    public ApiClient(
            ServerAddress server, Session session, Connection connection, LongSupplier inputAge) {
        this.server = server;
        this.session = session;
        this.connection = connection;
        this.inputAge = inputAge;
    }

    /// Where requests go.
    public ServerAddress server() {
        return server;
    }

    /// Sends all further requests elsewhere; nobody may be signed in.
    public void use(ServerAddress other) {
        server = other;
        spoken = ApiVersion.CURRENT;
    }

    /// Reads something.
    public ApiRequest get(String path) {
        return request("GET", path);
    }

    /// Creates or acts.
    public ApiRequest post(String path) {
        return request("POST", path);
    }

    /// Replaces or uploads.
    public ApiRequest put(String path) {
        return request("PUT", path);
    }

    /// Changes some fields.
    public ApiRequest patch(String path) {
        return request("PATCH", path);
    }

    /// Removes.
    public ApiRequest delete(String path) {
        return request("DELETE", path);
    }

    private ApiRequest request(String method, String path) {
        var resolved = server.url().resolve(path);
        if (resolved == null || !isServer(resolved)) {
            throw new IllegalArgumentException("not an address of the server: " + path);
        }
        return new ApiRequest(this, method, resolved.newBuilder());
    }

    private boolean isServer(HttpUrl url) {
        return url.host().equals(server.url().host())
                && url.port() == server.url().port()
                && url.isHttps() == server.url().isHttps();
    }

    <T> T call(ApiRequest request, Reader<T> reader) throws IOException {
        var attempt = 1;
        while (true) {
            try {
                return authorized(request, reader);
            } catch (ApiException failed) {
                if (attempt >= TRIES
                        || !request.isSafe()
                        || !(failed.failure() instanceof ApiFailure.Offline)) {
                    throw failed;
                }
                pause(attempt++);
            }
        }
    }

    private static void pause(int attempt) throws ApiException {
        var millis = ThreadLocalRandom.current().nextLong(100L, 100L + 200L * attempt);
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new ApiException(new ApiFailure.Cancelled());
        }
    }

    private <T> T authorized(ApiRequest request, Reader<T> reader) throws IOException {
        var tokens = isAuthorizing(request) ? null : session.held();
        if (tokens != null && session.isOld(tokens)) {
            tokens = refresh(tokens);
        }
        var problem = new Problem[1];
        var answer = once(request, tokens, reader, problem);
        if (answer != null) {
            return answer;
        }
        var refused = Objects.requireNonNull(problem[0]);
        if (tokens == null || refused.status() != 401) {
            throw refuse(refused);
        }
        var renewed = refresh(tokens);
        problem[0] = null;
        answer = once(request, renewed, reader, problem);
        if (answer != null) {
            return answer;
        }
        throw refuse(Objects.requireNonNull(problem[0]));
    }

    private static boolean isAuthorizing(ApiRequest request) {
        var path = request.url().encodedPath();
        return path.equals(Paths.LOGIN)
                || path.equals(Paths.REFRESH)
                || path.equals(Paths.VERSION)
                || path.equals(Paths.HEALTH);
    }

    /// The answer, or null with the problem in the array.
    private <T> @Nullable T once(
            ApiRequest request, Session.@Nullable Held tokens, Reader<T> reader, Problem[] problem)
            throws IOException {
        var call = carrier(request).newCall(build(request, tokens));
        request.canceller().accept(call::cancel);
        try (var response = execute(call)) {
            checkVersion(response);
            if (response.isRedirect()) {
                return follow(request, response, reader);
            }
            if (response.isSuccessful()) {
                return read(call, response, reader);
            }
            problem[0] =
                    Problems.read(
                            response.code(),
                            response.body().string(),
                            response.header("Retry-After"));
            return null;
        }
    }

    private OkHttpClient carrier(ApiRequest request) {
        if (request.isTransfer()) {
            return carriers.transfers();
        }
        var patience = request.patience();
        if (patience != null) {
            return carriers.patient(patience);
        }
        return request.isSafe() ? carriers.calls() : carriers.acts();
    }

    private Response execute(Call call) throws ApiException {
        try {
            var response = call.execute();
            if (isServer(call.request().url())) {
                connection.heard();
            }
            return response;
        } catch (IOException cut) {
            throw cut(call, cut);
        }
    }

    private ApiException cut(Call call, IOException cause) {
        if (Thread.currentThread().isInterrupted() || (call.isCanceled() && !isTimeout(cause))) {
            return new ApiException(new ApiFailure.Cancelled(), cause);
        }
        if (isServer(call.request().url())) {
            connection.lost();
        }
        return new ApiException(new ApiFailure.Offline(), cause);
    }

    private static boolean isTimeout(IOException cause) {
        return cause instanceof InterruptedIOException;
    }

    private <T> T read(Call call, Response response, Reader<T> reader) throws IOException {
        try {
            return reader.read(new Answer(response));
        } catch (SinkException ours) {
            throw ours.cause();
        } catch (JacksonException unreadable) {
            throw new ApiException(new ApiFailure.Unexpected(References.log(unreadable)));
        } catch (IOException cut) {
            throw cut(call, cut);
        }
    }

    /// Follows one redirect of a download, to the store or to a link of the server, without the
    /// token.
    private <T> T follow(ApiRequest request, Response response, Reader<T> reader)
            throws IOException {
        var location = response.header("Location");
        var target = location == null ? null : response.request().url().resolve(location);
        if (!request.method().equals("GET")
                || target == null
                || ServerAddress.parse(target.toString()).isEmpty()) {
            throw new ApiException(
                    new ApiFailure.Unexpected(
                            References.log(new IOException("unexpected redirect"))));
        }
        var call = carriers.transfers().newCall(new Request.Builder().url(target).build());
        request.canceller().accept(call::cancel);
        try (var followed = execute(call)) {
            if (!followed.isSuccessful()) {
                throw refuse(Problems.read(followed.code(), followed.body().string(), null));
            }
            return read(call, followed, reader);
        }
    }

    private Request build(ApiRequest request, Session.@Nullable Held tokens) {
        var built =
                new Request.Builder()
                        .url(request.url())
                        .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
                        .header("Accept-Language", Text.language().code())
                        .header(Headers.API, spoken())
                        .header(Headers.INPUT_AGE, Long.toString(inputAge.getAsLong()));
        request.headers().forEach(built::header);
        if (tokens != null) {
            built.header("Authorization", "Bearer " + tokens.access());
        }
        var body = request.method().equals("GET") ? null : request.bodyOrEmpty();
        return built.method(request.method(), body).build();
    }

    /// Learns from every answer which protocol the server speaks, and goes on in it.
    private void checkVersion(Response response) throws ApiException {
        var header = response.header(Headers.API);
        var theirs = header == null ? OptionalInt.empty() : ApiVersion.parse(header);
        if (theirs.isEmpty()) {
            return;
        }
        if (theirs.getAsInt() < ApiVersion.OLDEST) {
            throw new ApiException(new ApiFailure.TooNew());
        }
        spoken = Math.min(ApiVersion.CURRENT, theirs.getAsInt());
    }

    private IOException refuse(Problem problem) throws IOException {
        if (problem.code() == ProblemCode.CUENTA_INACTIVA) {
            session.leave(Why.DISABLED);
        }
        var exception = Problems.exception(problem);
        if (exception instanceof RuntimeException refused) {
            throw refused;
        }
        return (IOException) exception;
    }

    /// Renews the tokens once, whoever asks first; the others get what it brought.
    private Session.Held refresh(Session.Held old) throws IOException {
        refreshing.lock();
        try {
            var now = session.held();
            if (now == null) {
                throw new ApiException(new ApiFailure.SignedOut());
            }
            if (!now.access().equals(old.access())) {
                return now;
            }
            var problem = new Problem[1];
            var request = post(Paths.REFRESH).json(new RefreshToken(old.refresh()));
            var tokens =
                    once(
                            request,
                            null,
                            answer -> Json.mapper().readValue(answer.bytes(), Tokens.class),
                            problem);
            if (tokens == null) {
                var refused = Objects.requireNonNull(problem[0]);
                if (refused.status() == 401 || refused.status() == 403) {
                    session.leave(
                            refused.code() == ProblemCode.CUENTA_INACTIVA
                                    ? Why.DISABLED
                                    : Why.EXPIRED);
                    throw new ApiException(new ApiFailure.SignedOut());
                }
                throw refuse(refused);
            }
            session.hold(tokens);
            return Objects.requireNonNull(session.held());
        } finally {
            refreshing.unlock();
        }
    }

    /// A token that is good for a while, for the socket; null when nobody is in.
    @Nullable String freshToken() throws IOException {
        var tokens = session.held();
        if (tokens == null) {
            return null;
        }
        return (session.isOld(tokens) ? refresh(tokens) : tokens).access();
    }

    /// The protocol's number that both ends speak, as a header has it.
    String spoken() {
        return Integer.toString(spoken);
    }

    OkHttpClient socket() {
        return carriers.socket();
    }

    /// Ends idle connections; for the end of the program.
    public void close() {
        carriers.close();
    }

    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }
}
