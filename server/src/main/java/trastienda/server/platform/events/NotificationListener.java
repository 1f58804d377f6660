package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// LISTEN on a connection of its own. It proves at the start, and whenever nothing was heard for a
/// while, that a notification sent to ourselves arrives; where none does (a pooler in between), the
/// readers look by themselves every 500 ms.
final class NotificationListener {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(60);

    /// Opens a connection that passes any pooler.
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final Consumer<String> notifySelf;
    private final LongConsumer heard;
    private final Consumer<Boolean> listening;
    private volatile @Nullable Connection connection;
    private volatile boolean closed;
    private @Nullable Thread thread;

    NotificationListener(
            Opener opener,
            Consumer<String> notifySelf,
            LongConsumer heard,
            Consumer<Boolean> listening) {
        this.opener = opener;
        this.notifySelf = notifySelf;
        this.heard = heard;
        this.listening = listening;
    }

    void start() {
        thread = Thread.ofVirtual().name("events-notifications").start(this::run);
    }

    void close() {
        closed = true;
        var open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException failed) {
                LOG.debug("The listening connection was gone already", failed);
            }
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!closed) {
            var pause = AGAIN;
            try (var open = opener.open();
                    var statement = open.createStatement()) {
                connection = open;
                statement.execute("listen trastienda_eventos");
                var postgres = open.unwrap(PGConnection.class);
                if (arrives(postgres)) {
                    listening.accept(true);
                    listen(postgres);
                }
                pause = AFTER_SILENCE;
                if (!closed) {
                    LOG.warn(
                            "Notifications of PostgreSQL do not arrive: looking every 500 ms"
                                    + " instead");
                }
            } catch (SQLException | RuntimeException failed) {
                if (!closed) {
                    LOG.warn("The listening connection broke ({}); again", failed.getMessage());
                }
            } finally {
                connection = null;
                listening.accept(false);
            }
            try {
                Bell.pause(closed ? Duration.ZERO : pause);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Returns when a notification to ourselves no longer arrives.
    private void listen(PGConnection postgres) throws SQLException {
        while (!closed) {
            var notifications = postgres.getNotifications(Math.toIntExact(QUIET.toMillis()));
            if (notifications == null || notifications.length == 0) {
                if (!arrives(postgres)) {
                    return;
                }
            } else {
                hear(notifications, "");
            }
        }
    }

    private boolean arrives(PGConnection postgres) throws SQLException {
        var word = "sonda:" + UUID.randomUUID();
        notifySelf.accept(word);
        var until = System.nanoTime() + PROBE.toNanos();
        while (!closed) {
            var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            var notifications = postgres.getNotifications(Math.toIntExact(left));
            if (notifications != null && hear(notifications, word)) {
                return true;
            }
        }
        return true;
    }

    private boolean hear(PGNotification[] notifications, String word) {
        var found = false;
        var last = 0L;
        for (var notification : notifications) {
            var payload = notification.getParameter();
            if (payload.equals(word)) {
                found = true;
            } else if (payload.matches("\\d{1,18}")) {
                last = Math.max(last, Long.parseLong(payload));
            }
        }
        if (last > 0) {
            heard.accept(last);
        }
        return found;
    }
}
