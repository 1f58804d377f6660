package trastienda.desktop.platform.api;

import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import trastienda.desktop.platform.fx.Background;
import trastienda.shared.eventos.EventoFrame;
import trastienda.shared.http.Paths;
import trastienda.shared.json.Json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The socket of events: told to every listener on the window's thread, in order, each once. A
/// broken socket is opened again after a wait that grows to 30 seconds, from the last number seen.
/// All methods are called on the window's thread.
public final class EventSocket {
    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);
    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;

    private final ApiClient api;
    private final Tokens tokens;
    private final Background background;
    private final Consumer<Connection> connection;
    private final java.time.Clock clock;
    private final Random jitter = new Random();
    private final List<Consumer<EventoFrame>> listeners = new CopyOnWriteArrayList<>();

    private @Nullable WebSocket open;
    private Background.@Nullable Work retry;
    private long seen = -1;
    private int failures;
    private java.time.@Nullable Instant lostAt;

    public EventSocket(
            ApiClient api,
            Tokens tokens,
            Background background,
            Consumer<Connection> connection,
            java.time.Clock clock) {
        this.api = api;
        this.tokens = tokens;
        this.background = background;
        this.connection = connection;
        this.clock = clock;
    }

    /// Hears every event, and `resync` when some were missed for good; the answer stops it.
    public Runnable listen(Consumer<EventoFrame> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Opens the socket for the session there is now.
    public void start() {
        stop();
        failures = 0;
        connect();
    }

    /// Closes it; for the end of a session.
    public void stop() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        if (open != null) {
            open.cancel();
            open = null;
        }
        seen = -1;
    }

    /// Tries at once instead of waiting.
    public void retryNow() {
        if (open == null) {
            if (retry != null) {
                retry.cancel();
            }
            connect();
        }
    }

    private void connect() {
        var session = tokens.get();
        if (session == null) {
            return;
        }
        var query = seen < 0 ? Map.<String, String>of() : Map.of("desde", String.valueOf(seen));
        var request =
                new Request.Builder()
                        .url(api.url(Paths.EVENTS, query))
                        .header("Authorization", "Bearer " + session.accessToken())
                        .build();
        var pinging = api.http().newBuilder().pingInterval(Duration.ofSeconds(15)).build();
        open = pinging.newWebSocket(request, new Frames());
    }

    private void lost(WebSocket which, int status) {
        if (!which.equals(open)) {
            return;
        }
        open = null;
        if (lostAt == null) {
            lostAt = clock.instant();
        }
        failures++;
        var since = lostAt;
        connection.accept(
                failures > 3 ? new Connection.Offline(since) : new Connection.Reconnecting());
        var wait =
                Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(failures, 6))
                        + jitter.nextInt(300);
        retry =
                background.later(
                        Duration.ofMillis(wait), status == 401 ? this::renew : this::connect);
    }

    private void renew() {
        background.run(
                () -> api.get(Paths.ME, trastienda.shared.identidad.Yo.class),
                me -> connect(),
                failure -> connect());
    }

    private void opened(WebSocket which) {
        if (which.equals(open)) {
            failures = 0;
            lostAt = null;
            connection.accept(new Connection.Online());
        }
    }

    private void received(WebSocket which, EventoFrame frame) {
        if (!which.equals(open) || (frame.seq() <= seen && frame.type().equals("evento"))) {
            return;
        }
        seen = frame.seq();
        for (var listener : listeners) {
            listener.accept(frame);
        }
    }

    private final class Frames extends WebSocketListener {
        @Override
        public void onOpen(WebSocket socket, Response response) {
            background.onWindow(() -> opened(socket));
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            try {
                var frame = Json.mapper().readValue(text, EventoFrame.class);
                background.onWindow(() -> received(socket, frame));
            } catch (JacksonException garbled) {
                LOG.warn("an event that cannot be read", garbled);
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(1000, null);
            background.onWindow(() -> lost(socket, 0));
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
            var status = response == null ? 0 : response.code();
            background.onWindow(() -> lost(socket, status));
        }
    }
}
