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
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.json.Json;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// The socket of `/ws/eventos/`: opened when a person comes in, reopened with growing, jittered
/// pauses, resumed after the last event seen. Listeners are called on the FX thread.
public final class EventSocket {
    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);
    private static final long LONGEST_PAUSE_MILLIS = 15_000;
    private static final int NORMAL_CLOSURE = 1000;

    private final ApiClient api;
    private final Connection connection;
    private final Background background;
    private final List<Consumer<EventoFrame>> events = new CopyOnWriteArrayList<>();
    private final List<Runnable> resyncs = new CopyOnWriteArrayList<>();

    // Touched on the FX thread only.
    private @Nullable Line line;
    private Background.@Nullable Running retry;
    private int failures;
    private long seen = -1;

    /// A closed socket; [#open] starts it.
    public EventSocket(ApiClient api, Connection connection, Background background) {
        this.api = api;
        this.connection = connection;
        this.background = background;
    }

    /// Calls `listener` for every event until the returned subscription is closed.
    public Subscription onEvent(Consumer<EventoFrame> listener) {
        events.add(listener);
        return () -> events.remove(listener);
    }

    /// Calls `listener` when events may have been missed: fetch again what is on screen.
    public Subscription onResync(Runnable listener) {
        resyncs.add(listener);
        return () -> resyncs.remove(listener);
    }

    /// Opens it for the person that just came in.
    ///
    /// @param after the number of the last event that their screens show
    public void open(long after) {
        close();
        seen = after;
        failures = 0;
        connect();
    }

    /// Closes it for good.
    public void close() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        if (line != null) {
            line.end();
            line = null;
        }
    }

    private void connect() {
        var next = new Line();
        line = next;
        background.run(api::freshToken, next::start, cause -> next.broken());
    }

    private void reconnect() {
        if (retry != null) {
            retry.cancel();
        }
        var most = Math.min(LONGEST_PAUSE_MILLIS, 250L << Math.min(failures++, 6));
        var pause = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
        retry = background.after(Duration.ofMillis(pause), this::connect);
    }

    private void deliver(EventoFrame frame) {
        if (frame.type().equals("resync")) {
            // a restored database counts from a smaller number on
            seen = frame.seq();
            resyncs.forEach(Runnable::run);
        } else {
            seen = Math.max(seen, frame.seq());
            events.forEach(listener -> listener.accept(frame));
        }
    }

    /// One connection; what it says after it was replaced is not heard.
    private final class Line extends WebSocketListener {
        private @Nullable WebSocket socket;

        void start(@Nullable String token) {
            if (line != this || token == null) {
                return;
            }
            var url = api.server().url().resolve(Paths.EVENTS);
            if (url == null) {
                return;
            }
            var address = url.newBuilder();
            if (seen >= 0) {
                address.addQueryParameter("desde", Long.toString(seen));
            }
            socket =
                    api.socket()
                            .newWebSocket(
                                    new Request.Builder()
                                            .url(address.build())
                                            .header("Authorization", "Bearer " + token)
                                            .header(Headers.API, api.spoken())
                                            .build(),
                                    this);
        }

        void end() {
            if (socket != null) {
                socket.close(NORMAL_CLOSURE, null);
                socket.cancel();
            }
        }

        void broken() {
            background.onFx(
                    () -> {
                        if (line == this) {
                            line = null;
                            connection.lost();
                            reconnect();
                        }
                    });
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            background.onFx(
                    () -> {
                        if (line == this) {
                            failures = 0;
                            connection.heard();
                        }
                    });
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            try {
                var frame = Json.mapper().readValue(text, EventoFrame.class);
                background.onFx(
                        () -> {
                            if (line == this) {
                                deliver(frame);
                            }
                        });
            } catch (JacksonException unreadable) {
                LOG.warn("an event could not be read", unreadable);
            }
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            from.close(NORMAL_CLOSURE, null);
            broken();
        }

        @Override
        public void onFailure(WebSocket from, Throwable cause, @Nullable Response response) {
            LOG.info("the socket of events broke: {}", cause.toString());
            broken();
        }
    }

    /// Ends a subscription.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
