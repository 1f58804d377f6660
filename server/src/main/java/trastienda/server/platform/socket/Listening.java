package trastienda.server.platform.socket;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.events.EventListener;
import trastienda.server.platform.events.LoggedEvent;
import trastienda.server.platform.events.Subscription;
import trastienda.shared.eventos.Topics;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One socket that hears events. Each frame waits until the one before is on its way, so a slow
/// reader falls behind by itself and is told to fetch anew; one that does not read at all is sent
/// away.
final class Listening implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Session session;
    private final Principal principal;
    private @Nullable Subscription subscription;
    private boolean ended;

    Listening(Session session, Principal principal) {
        this.session = session;
        this.principal = principal;
    }

    Principal principal() {
        return principal;
    }

    synchronized void begin(Subscription heard) {
        subscription = heard;
        if (ended) {
            heard.close();
        }
    }

    synchronized void end() {
        ended = true;
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public void onEvent(LoggedEvent event) {
        send(event.frame());
        if (principal instanceof Principal.User user) {
            if (event.topic().equals(Topics.SESION_CERRADA)
                    && event.ref().equals("sesion:" + user.sessionId())) {
                close(EventsSocket.SESSION_ENDED, "session ended");
            } else if (event.topic().equals(Topics.USUARIO_CAMBIADO)
                    && event.ref().equals("usuario:" + user.id())) {
                close(EventsSocket.ACCOUNT_CHANGED, "account changed");
            }
        } else if (event.topic().equals(Topics.LLAVE_REVOCADA)) {
            // only the program of that key hears it
            close(EventsSocket.SESSION_ENDED, "key revoked");
        }
    }

    @Override
    public void onResync(long seq) {
        send("{\"type\":\"resync\",\"seq\":" + seq + "}");
    }

    void ping() {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
        end();
    }

    private void send(String frame) {
        try {
            Callback.Completable.with(sent -> session.sendText(frame, sent))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException gone) {
            LOG.debug("a socket stopped reading", gone);
            session.disconnect();
            end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end();
        }
    }
}
