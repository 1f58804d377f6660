package trastienda.server.testing;

import org.jspecify.annotations.Nullable;

import trastienda.server.ServerApp;
import trastienda.server.identidad.HashCost;
import trastienda.server.platform.config.Config;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A whole server on a free port, with a database of its own and the shared store, and a person of
/// every group (`prueba.<group>`, password [#PASSWORD]).
public final class TestServer implements AutoCloseable {
    /// Everyone's password.
    public static final String PASSWORD = "Clave-de-prueba-1";

    /// [#PASSWORD] as Django stores it, with few rounds so that tests start fast; the first sign-in
    /// hashes it anew.
    private static final String HASH = Pbkdf2.django(PASSWORD, "sal", 1000);

    /// What hashes cost here, that tests need not wait for them.
    public static final HashCost CHEAP = new HashCost(64, 1);

    private final TestDatabase database;
    private final Path folder;
    private final Clock clock;
    private final Map<String, SignedIn> signedIn = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private ServerApp app;

    private record SignedIn(String token, Instant until) {}

    private TestServer(TestDatabase database, Path folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        for (var grupo : Grupo.values()) {
            person("prueba." + grupo.name().toLowerCase(Locale.ROOT), grupo);
        }
        this.app = ServerApp.start(config(), clock, CHEAP);
    }

    /// Starts one.
    public static TestServer start() {
        return start(Clock.systemUTC());
    }

    /// Starts one whose time a test moves.
    public static TestServer start(Clock clock) {
        try {
            return new TestServer(
                    TestDatabase.create(), Files.createTempDirectory("trastienda-server"), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Config config() {
        return Config.from(
                database.env(
                        Map.of(
                                "TRASTIENDA_PORT", "0",
                                "TRASTIENDA_DATA", folder.toString(),
                                "MINIO_ENDPOINT", TestStore.embedded().endpoint().toString(),
                                "MINIO_ACCESS_KEY", TestStore.embedded().accessKey(),
                                "MINIO_SECRET_KEY", TestStore.embedded().secretKey())));
    }

    /// Stops the server and starts another on the same database.
    public void restart() {
        app.close();
        app = ServerApp.start(config(), clock, CHEAP);
    }

    /// Where it listens.
    public String url() {
        return app.url();
    }

    /// The server itself.
    public ServerApp app() {
        return app;
    }

    /// Its database, to prepare and to look.
    public TestDatabase database() {
        return database;
    }

    /// Makes an enabled person with [#PASSWORD]; returns the id.
    public long person(String username, Grupo... grupos) {
        return database.ownerJdbi()
                .inTransaction(
                        handle -> {
                            long id =
                                    handle.createQuery(
                                                    """
                                                    insert into auth_user (password, is_superuser,
                                                        username, first_name, last_name, email,
                                                        is_staff, is_active, date_joined)
                                                    values (:hash, false, :username, :username, '',
                                                        '', false, true, now())
                                                    returning id
                                                    """)
                                            .bind("hash", HASH)
                                            .bind("username", username)
                                            .mapTo(Long.class)
                                            .one();
                            for (var grupo : grupos) {
                                handle.createUpdate(
                                                """
                                                insert into auth_user_groups (user_id, group_id)
                                                select :id, id from auth_group
                                                where lower(name) = lower(:name)
                                                """)
                                        .bind("id", id)
                                        .bind("name", grupo.nombre())
                                        .execute();
                            }
                            return id;
                        });
    }

    /// The id of a person.
    public long id(String username) {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select id from auth_user where username = :name")
                                        .bind("name", username)
                                        .mapTo(Long.class)
                                        .one());
    }

    /// An access token of the test person of a group, signed in once.
    public String token(Grupo grupo) {
        return token("prueba." + grupo.name().toLowerCase(Locale.ROOT));
    }

    /// An access token of a person with [#PASSWORD], signed in anew only when the last one is over.
    public String token(String username) {
        return signedIn.compute(
                        username,
                        (name, known) ->
                                known != null && known.until.isAfter(clock.instant())
                                        ? known
                                        : signedInNow(name))
                .token;
    }

    private SignedIn signedInNow(String username) {
        var tokens = signIn(username);
        return new SignedIn(tokens.accessToken(), clock.instant().plusSeconds(tokens.expiresIn()));
    }

    /// Signs in anew.
    public Tokens signIn(String username) {
        var answer = call("POST", Paths.LOGIN, null, new Credenciales(username, PASSWORD));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readValue(answer.body(), Tokens.class);
    }

    /// Sends a request; `token` null for nobody, `body` null for none, a string as it is, anything
    /// else as JSON.
    public HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable Object body) {
        var request = request(path);
        if (token != null) {
            request.header("Authorization", token.contains(" ") ? token : "Bearer " + token);
        }
        if (body == null) {
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        }
        var text = body instanceof String raw ? raw : Json.mapper().writeValueAsString(body);
        return send(
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(text)));
    }

    /// A request to be filled.
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    /// Sends a request as it is.
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        app.close();
        client.close();
        database.close();
    }
}
