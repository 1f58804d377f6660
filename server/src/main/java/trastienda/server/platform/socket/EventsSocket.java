package trastienda.server.platform.socket;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;

import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.events.EventLog;
import trastienda.server.platform.http.Requests;
import trastienda.server.platform.presence.Presence;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/// `/ws/eventos/?desde=seq`: the token is in the handshake's `Authorization`; every socket hears
/// its person's channels in order from `desde` on. It is closed when its session ends, and when the
/// person's permissions change, so that it comes back with the new ones.
public final class EventsSocket implements AutoCloseable {
    /// The session of this socket ended: sign in again.
    public static final int SESSION_ENDED = 4001;

    /// The person's account changed: connect again.
    public static final int ACCOUNT_CHANGED = 4002;

    private static final Logger LOG = LoggerFactory.getLogger(EventsSocket.class);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final int CHECKED_EVERY_PINGS = 3;
    private static final String PRINCIPAL = "trastienda.socket.principal";

    private final EventLog log;
    private final Authenticator authenticator;
    private final LongFunction<Set<Long>> teams;
    private final Presence presence;
    private final Map<Session, Listening> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofVirtual().name("socket-pulse").unstarted(task));
    private final ScheduledFuture<?> beats;
    private int pings;

    /// @param teams the teams whose sales a person sees, by the person's id
    /// @param presence learns who is connected
    public EventsSocket(
            EventLog log,
            Authenticator authenticator,
            LongFunction<Set<Long>> teams,
            Presence presence) {
        this.log = log;
        this.authenticator = authenticator;
        this.teams = teams;
        this.presence = presence;
        var every = PING.toSeconds();
        beats = pulse.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.SECONDS);
    }

    /// Registers the socket with the server.
    public void register(JavalinConfig javalin) {
        javalin.jetty.modifyWebSocketServletFactory(
                factory -> {
                    factory.setIdleTimeout(PING.multipliedBy(3));
                    factory.setMaxTextMessageSize(4096);
                    factory.setMaxBinaryMessageSize(1024);
                });
        javalin.routes.wsBeforeUpgrade(this::admit);
        javalin.routes.ws(Paths.EVENTS, this::handle);
    }

    /// How many are connected.
    public int connected() {
        return open.size();
    }

    private void admit(Context ctx) {
        Requests.checkProtocol(ctx);
        var principal =
                authenticator.authenticate(ctx.header("Authorization"), Requests.inputAge(ctx));
        if (principal == null) {
            throw ProblemException.of(ProblemCode.NO_AUTENTICADO);
        }
        if (principal instanceof Principal.User user && user.mustChangePassword()) {
            throw ProblemException.of(ProblemCode.CAMBIO_DE_CLAVE_OBLIGATORIO);
        }
        ctx.attribute(PRINCIPAL, principal);
    }

    private void handle(WsConfig socket) {
        socket.onConnect(this::connect);
        socket.onClose(ctx -> leave(ctx.session));
        socket.onError(ctx -> leave(ctx.session));
    }

    private void connect(WsContext ctx) {
        Principal principal = ctx.attribute(PRINCIPAL);
        if (principal == null) {
            ctx.closeSession(1008, "no principal");
            return;
        }
        presence.enter(name(principal));
        var listening = new Listening(ctx.session, principal);
        open.put(ctx.session, listening);
        var channels = new Channels(principal, supervised(principal));
        listening.begin(log.subscribe(since(ctx.queryParam("desde")), channels, listening));
    }

    private Set<Long> supervised(Principal principal) {
        var sees = principal.may(Permiso.VENTAS_VER_EQUIPO);
        return sees && principal instanceof Principal.User user ? teams.apply(user.id()) : Set.of();
    }

    private static String name(Principal principal) {
        return switch (principal) {
            case Principal.User user -> "user:" + user.id();
            case Principal.Service service -> "servicio:" + service.name();
            case Principal.Citizen citizen -> "ciudadano:" + citizen.name();
        };
    }

    private static long since(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private void leave(Session session) {
        var gone = open.remove(session);
        if (gone != null) {
            gone.end();
            presence.leave(name(gone.principal()));
        }
    }

    private void beat() {
        try {
            beatOnce();
        } catch (RuntimeException failed) {
            LOG.warn("sockets could not be looked after; trying again", failed);
        }
    }

    private void beatOnce() {
        pings++;
        var check = pings % CHECKED_EVERY_PINGS == 0;
        for (var listening : open.values()) {
            if (check && !authenticator.stillValid(listening.principal())) {
                listening.close(SESSION_ENDED, "session ended");
            } else {
                listening.ping();
            }
        }
    }

    @Override
    public void close() {
        beats.cancel(true);
        pulse.shutdownNow();
        for (var listening : open.values()) {
            listening.close(1001, "server stops");
        }
    }
}
