package trastienda.desktop.platform.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

import org.jspecify.annotations.Nullable;

import trastienda.shared.http.IdleConnections;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// The HTTP library's clients, of one pool of connections. Made by the first call, off the FX
/// thread: the library reads the system's certificates then, which would hold up the first window.
final class HttpCarriers implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 5;

    private final ReentrantLock making = new ReentrantLock();
    private @Nullable Made made;

    private record Made(
            OkHttpClient calls, OkHttpClient acts, OkHttpClient transfers, OkHttpClient socket) {}

    /// For what may be sent again by itself.
    OkHttpClient calls() {
        return made().calls;
    }

    /// Never sends a request again by itself: what was cut may have been done.
    OkHttpClient acts() {
        return made().acts;
    }

    /// Without a limit for the whole, for files.
    OkHttpClient transfers() {
        return made().transfers;
    }

    /// For the events' socket, which stays open.
    OkHttpClient socket() {
        return made().socket;
    }

    /// As [#acts], for an answer that takes long.
    OkHttpClient patient(Duration longest) {
        return acts().newBuilder().readTimeout(longest).callTimeout(longest).build();
    }

    private Made made() {
        making.lock();
        try {
            if (made == null) {
                made = make();
            }
            return Objects.requireNonNull(made);
        } finally {
            making.unlock();
        }
    }

    private static Made make() {
        var calls =
                new OkHttpClient.Builder()
                        .connectionPool(idle())
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(15))
                        .callTimeout(Duration.ofSeconds(30))
                        .retryOnConnectionFailure(true)
                        .followRedirects(false)
                        .build();
        var acts = calls.newBuilder().retryOnConnectionFailure(false).build();
        var transfers =
                acts.newBuilder()
                        .callTimeout(Duration.ZERO)
                        .readTimeout(Duration.ofSeconds(60))
                        .writeTimeout(Duration.ofSeconds(30))
                        .build();
        var socket =
                calls.newBuilder()
                        .pingInterval(Duration.ofSeconds(15))
                        .callTimeout(Duration.ZERO)
                        .readTimeout(Duration.ZERO)
                        .build();
        return new Made(calls, acts, transfers, socket);
    }

    /// Of connections that the server has hung up a call would try one after another, and give up
    /// with a new one still untried: none are kept as long as that.
    private static ConnectionPool idle() {
        return new ConnectionPool(
                IDLE_CONNECTIONS, IdleConnections.CLIENT.toMillis(), MILLISECONDS);
    }

    /// Ends what is under way and idle connections; for the end of the program.
    @Override
    public void close() {
        var here = made;
        if (here != null) {
            here.calls.dispatcher().cancelAll();
            here.calls.connectionPool().evictAll();
            here.calls.dispatcher().executorService().shutdown();
        }
    }
}
