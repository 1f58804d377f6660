package trastienda.desktop.platform.api;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.RefreshToken;
import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Requests to the server. Every call blocks and throws `ProblemException` for an answer that is a
/// problem, [WrongVersionException] for a server of another age, and `IOException` when there is no
/// answer. An access token that ran out is renewed once, unseen; reads are tried a second time when
/// the connection breaks, writes never by themselves. Redirects are not followed here, so that the
/// token never leaves for another host.
@SuppressWarnings(
        "TypeParameterUnusedInFormals") // the type is given by the argument that describes it
public final class ApiClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http;
    private final ServerAddress server;
    private final Tokens tokens;
    private final InputClock input;
    private final Supplier<Locale> locale;
    private final Reachability reachability;
    private final ReentrantLock refreshing = new ReentrantLock();

    public ApiClient(
            ServerAddress server,
            Tokens tokens,
            InputClock input,
            Supplier<Locale> locale,
            Reachability reachability) {
        this.server = server;
        this.tokens = tokens;
        this.input = input;
        this.locale = locale;
        this.reachability = reachability;
        http =
                new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(30))
                        .writeTimeout(Duration.ofSeconds(30))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .build();
    }

    /// The client underneath, for the socket of events.
    OkHttpClient http() {
        return http;
    }

    /// Reads one thing.
    public <T> T get(String path, Map<String, String> query, Class<T> type) throws IOException {
        return readTwice(path, query, Json.mapper().constructType(type));
    }

    /// Reads one thing.
    public <T> T get(String path, Class<T> type) throws IOException {
        return get(path, Map.of(), type);
    }

    /// Reads a page of a list.
    public <T> Page<T> page(String path, Map<String, String> query, Class<T> row)
            throws IOException {
        var type = Json.mapper().getTypeFactory().constructParametricType(Page.class, row);
        return readTwice(path, query, type);
    }

    /// Reads a plain list.
    public <T> List<T> list(String path, Map<String, String> query, Class<T> row)
            throws IOException {
        var type = Json.mapper().getTypeFactory().constructCollectionType(List.class, row);
        return readTwice(path, query, type);
    }

    /// Sends a JSON body (null: none) and reads the answer (`Void.class`: none).
    public <T> T send(
            String method,
            String path,
            @Nullable Object body,
            Map<String, String> headers,
            Class<T> type)
            throws IOException {
        var content =
                body == null
                        ? RequestBody.create(new byte[0], null)
                        : RequestBody.create(Json.mapper().writeValueAsBytes(body), JSON);
        return send(method, path, Map.of(), content, headers, type, call -> {});
    }

    /// Sends any body, a file's bytes too; `started` gets the call so that it can be cancelled.
    public <T> T send(
            String method,
            String path,
            Map<String, String> query,
            RequestBody body,
            Map<String, String> headers,
            Class<T> type,
            Consumer<Call> started)
            throws IOException {
        var request = new Request.Builder().url(url(path, query)).method(method, body);
        headers.forEach(request::header);
        try (var answer = answer(request, started)) {
            return read(answer, Json.mapper().constructType(type));
        }
    }

    /// Opens an answer's bytes; the caller closes it.
    public Response open(String path, Map<String, String> headers) throws IOException {
        var request = new Request.Builder().url(url(path, Map.of()));
        headers.forEach(request::header);
        var answer = answer(request, call -> {});
        if (!answer.isSuccessful()) {
            try (answer) {
                throw problem(answer);
            }
        }
        return answer;
    }

    /// The address of a path at the server.
    HttpUrl url(String path, Map<String, String> query) {
        var url = server.url().newBuilder().encodedPath(path);
        query.forEach(url::addQueryParameter);
        return url.build();
    }

    private <T> T readTwice(String path, Map<String, String> query, JavaType type)
            throws IOException {
        try {
            return readOnce(path, query, type);
        } catch (WrongVersionException old) {
            throw old;
        } catch (IOException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw broken;
            }
            return readOnce(path, query, type);
        }
    }

    private <T> T readOnce(String path, Map<String, String> query, JavaType type)
            throws IOException {
        try (var answer = answer(new Request.Builder().url(url(path, query)), call -> {})) {
            return read(answer, type);
        }
    }

    private Response answer(Request.Builder request, Consumer<Call> started) throws IOException {
        var used = tokens.get();
        var answer = once(request, started, used);
        if (answer.code() != 401 || used == null || !renewed(used)) {
            return answer;
        }
        answer.close();
        return once(request, started, tokens.get());
    }

    private Response once(
            Request.Builder request,
            Consumer<Call> started,
            trastienda.shared.identidad.@Nullable Tokens with)
            throws IOException {
        request.header(Headers.API, String.valueOf(ApiVersion.CURRENT))
                .header("Accept-Language", locale.get().toLanguageTag())
                .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
                .header(Headers.INPUT_AGE, String.valueOf(input.age().toSeconds()));
        if (with != null) {
            request.header("Authorization", "Bearer " + with.accessToken());
        }
        var call = http.newCall(request.build());
        started.accept(call);
        try {
            var answer = call.execute();
            reachability.reached();
            return sameAge(answer);
        } catch (WrongVersionException other) {
            throw other;
        } catch (IOException broken) {
            if (!call.isCanceled() && !Thread.currentThread().isInterrupted()) {
                reachability.lost();
            }
            throw broken;
        }
    }

    private static Response sameAge(Response answer) throws WrongVersionException {
        var spoken = answer.header(Headers.API);
        if (spoken == null || !spoken.matches("\\d{1,6}")) {
            return answer;
        }
        var number = Integer.parseInt(spoken);
        if (number < ApiVersion.OLDEST || number > ApiVersion.CURRENT) {
            answer.close();
            throw new WrongVersionException(number < ApiVersion.OLDEST, spoken);
        }
        return answer;
    }

    private boolean renewed(trastienda.shared.identidad.Tokens used) throws IOException {
        refreshing.lock();
        try {
            if (!used.equals(tokens.get())) {
                return tokens.get() != null;
            }
            var body =
                    RequestBody.create(
                            Json.mapper().writeValueAsBytes(new RefreshToken(used.refreshToken())),
                            JSON);
            var request = new Request.Builder().url(url(Paths.REFRESH, Map.of())).post(body);
            try (var answer = once(request, call -> {}, null)) {
                if (answer.code() == 401) {
                    tokens.set(null);
                    reachability.sessionEnded();
                    return false;
                }
                if (!answer.isSuccessful()) {
                    return false;
                }
                tokens.set(
                        read(
                                answer,
                                Json.mapper()
                                        .constructType(trastienda.shared.identidad.Tokens.class)));
                return true;
            }
        } finally {
            refreshing.unlock();
        }
    }

    private static <T> T read(Response answer, JavaType type) throws IOException {
        if (!answer.isSuccessful()) {
            throw problem(answer);
        }
        var bytes = answer.body().bytes();
        if (type.hasRawClass(Void.class)) {
            return nothing();
        }
        try {
            return Objects.requireNonNull(Json.mapper().readValue(bytes, type));
        } catch (JacksonException garbled) {
            throw new IOException("the server's answer is not what it should be", garbled);
        }
    }

    @SuppressWarnings("NullAway")
    private static <T> T nothing() {
        return null;
    }

    private static ProblemException problem(Response answer) throws IOException {
        var bytes = answer.body().bytes();
        var problem = parsed(bytes);
        var wait = Optional.ofNullable(answer.header("Retry-After")).filter(s -> s.matches("\\d+"));
        if (problem.isPresent()) {
            var known = problem.get();
            if (known.actual() != null) {
                return ProblemException.stale(known.actual());
            }
            if (wait.isPresent()) {
                return ProblemException.retry(
                        known.code(), Duration.ofSeconds(Long.parseLong(wait.get())));
            }
            return ProblemException.of(
                    known.code(), known.errors() == null ? List.of() : known.errors());
        }
        var code = ofStatus(answer.code());
        return wait.isPresent()
                ? ProblemException.retry(code, Duration.ofSeconds(Long.parseLong(wait.get())))
                : ProblemException.of(code);
    }

    private static Optional<Problem> parsed(byte[] bytes) {
        try {
            var problem = Json.mapper().readValue(bytes, Problem.class);
            return problem == null || problem.code() == null
                    ? Optional.empty()
                    : Optional.of(problem);
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    private static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.CREDENCIALES_INVALIDAS;
            case 403 -> ProblemCode.SIN_PERMISO;
            case 404 -> ProblemCode.NO_ENCONTRADO;
            case 413 -> ProblemCode.DEMASIADO_GRANDE;
            case 429 -> ProblemCode.DEMASIADAS_PETICIONES;
            case 503 -> ProblemCode.SOBRECARGA;
            default -> ProblemCode.DESCONOCIDO;
        };
    }
}
