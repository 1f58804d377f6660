package trastienda.server.identidad;

import org.jspecify.annotations.Nullable;

import trastienda.server.identidad.SesionesRepository.Live;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Tx;
import trastienda.shared.eventos.Topics;
import trastienda.shared.hash.Sha256;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The life of a session: it opens with a pair of tokens, refreshes them, and ends by itself after
/// 12 hours or 30 minutes without input, or at once when someone closes it. What a token stands for
/// is remembered for five seconds, less when an event says that it changed.
///
/// Idle time is the person's: a client that sends `X-Input-Age` is believed, one that does not
/// counts each request as input. A gap between two inputs longer than the limit ends the session
/// too, so a client refreshes at least that often.
final class Sessions implements Authenticator {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 20_000;

    private final Database db;
    private final SesionesRepository repository;
    private final LlavesServicio keys;
    private final IdentidadSettings settings;
    private final Clock clock;
    private final Tokens256 tokens = new Tokens256();
    private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

    Sessions(
            Database db,
            SesionesRepository repository,
            LlavesServicio keys,
            IdentidadSettings settings,
            Clock clock) {
        this.db = db;
        this.repository = repository;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public @Nullable Principal authenticate(
            @Nullable String authorization, @Nullable Duration inputAge) {
        if (authorization == null || authorization.isBlank()) {
            return null;
        }
        var space = authorization.indexOf(' ');
        var scheme = space < 0 ? authorization : authorization.substring(0, space);
        var credential = space < 0 ? "" : authorization.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return person(credential, inputAge);
        }
        if (scheme.equalsIgnoreCase("Api-Key")) {
            return keys.find(credential)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.SESION_VENCIDA));
        }
        throw ProblemException.of(ProblemCode.NO_AUTENTICADO);
    }

    @Override
    public boolean stillValid(Principal principal) {
        return switch (principal) {
            case Principal.User user -> stillOpen(user);
            case Principal.Service service -> keys.stillHas(service);
            case Principal.Citizen _ -> true;
        };
    }

    private boolean stillOpen(Principal.User user) {
        var now = clock.instant();
        return db.read(handle -> repository.byId(handle, user.sessionId()))
                .filter(live -> live.active() && live.ends().isAfter(now))
                .filter(live -> live.used().plus(settings.idle()).plus(WRITTEN_EVERY).isAfter(now))
                .isPresent();
    }

    /// Opens a session and gives its first tokens.
    Tokens open(Tx tx, long userId, String program) {
        var now = clock.instant();
        var ends = now.plus(settings.session());
        var id = repository.open(tx, userId, now, ends, tx.actor().address(), program);
        repository.forget(tx, userId, now.minus(Duration.ofDays(30)));
        return issue(tx, id, now, ends);
    }

    /// Exchanges a refresh token. One that was used before ends the whole session: it was stolen,
    /// from us or from the thief. Who was disabled meanwhile is told so.
    Tokens refresh(String token, @Nullable Duration inputAge, Actor from) {
        var sha256 = Sha256.of(token);
        var answer = db.write(from, tx -> refresh(tx, sha256, inputAge));
        if (answer.isEmpty()) {
            var disabled = db.read(handle -> repository.disabled(handle, sha256));
            throw ProblemException.of(
                    disabled ? ProblemCode.CUENTA_INACTIVA : ProblemCode.SESION_VENCIDA);
        }
        return answer.getFirst();
    }

    private List<Tokens> refresh(Tx tx, byte[] sha256, @Nullable Duration inputAge) {
        var now = clock.instant();
        var known = repository.refresh(tx, sha256).orElse(null);
        var live =
                known == null ? null : repository.byId(tx.handle(), known.sessionId()).orElse(null);
        if (known == null || live == null) {
            return List.of();
        }
        if (known.used()) {
            end(tx, live.userId(), live.id(), null, "token de refresco repetido");
            return List.of();
        }
        var input = input(now, inputAge);
        if (!live.ends().isAfter(now) || !live.active() || idle(live.used(), input, now)) {
            end(tx, live.userId(), live.id(), null, "vencida");
            return List.of();
        }
        repository.touch(tx.handle(), live.id(), input);
        return List.of(issue(tx, live.id(), now, live.ends()));
    }

    /// Closes one session of a person, or all but one, or all (both null); tells their sockets.
    /// Says whether there was one.
    boolean end(Tx tx, long userId, @Nullable Long only, @Nullable Long but, String why) {
        var ended = repository.close(tx, userId, only, but, clock.instant());
        for (var id : ended) {
            tx.audit(new AuditEntry("identidad.sesion_cerrada", "sesion:" + id, List.of(), why));
            tx.event(
                    new EventDraft(
                            Topics.SESION_CERRADA,
                            "sesion:" + id,
                            List.of("user:" + userId),
                            Map.of("sesion", id)));
        }
        tx.afterCommit(this::forgetAll);
        return !ended.isEmpty();
    }

    /// Forgets what tokens stand for, because a person or a session changed.
    void forgetAll() {
        remembered.clear();
        keys.forgetAll();
    }

    /// What a person of these groups may do.
    static Set<Permiso> permissions(List<String> groups, boolean superuser) {
        var all = EnumSet.noneOf(Permiso.class);
        groups.forEach(name -> Grupo.of(name).ifPresent(group -> all.addAll(group.permisos())));
        if (superuser) {
            all.addAll(Grupo.ADMINISTRADOR.permisos());
        }
        return all;
    }

    private Tokens issue(Tx tx, long sessionId, Instant now, Instant ends) {
        var access = tokens.next();
        var refresh = tokens.next();
        var until = now.plus(settings.access());
        repository.tokens(
                tx,
                sessionId,
                Sha256.of(access),
                Sha256.of(refresh),
                now,
                until.isBefore(ends) ? until : ends);
        return new Tokens("Bearer", settings.access().toSeconds(), access, refresh);
    }

    private Principal person(String token, @Nullable Duration inputAge) {
        var now = clock.instant();
        var sha256 = Sha256.of(token);
        var key = ByteBuffer.wrap(sha256);
        var found = remembered.get(key);
        if (found == null
                || !found.until.isAfter(now)
                || found.until.isAfter(now.plus(REMEMBERED))) {
            found = load(key, sha256, now);
        }
        var live = found.live;
        if (!live.tokenEnds().isAfter(now) || !live.ends().isAfter(now)) {
            throw ProblemException.of(ProblemCode.SESION_VENCIDA);
        }
        if (!live.active()) {
            throw ProblemException.of(ProblemCode.CUENTA_INACTIVA);
        }
        used(found, now, input(now, inputAge));
        return found.user;
    }

    private Remembered load(ByteBuffer key, byte[] sha256, Instant now) {
        var live =
                db.read(handle -> repository.byAccess(handle, sha256))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.SESION_VENCIDA));
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var before = remembered.get(key);
        var input =
                before == null || before.input.isBefore(live.used()) ? live.used() : before.input;
        var fresh = new Remembered(live, user(live), now.plus(REMEMBERED), input);
        remembered.put(key, fresh);
        return fresh;
    }

    private void used(Remembered session, Instant now, Instant input) {
        var live = session.live;
        if (idle(session.input, input, now)) {
            db.run(
                    new Actor(session.user, null, null),
                    tx -> end(tx, live.userId(), live.id(), null, "sin actividad"));
            throw ProblemException.of(ProblemCode.SESION_VENCIDA);
        }
        if (input.isAfter(session.input)) {
            session.input = input;
        }
        if (session.input.isAfter(session.written.plus(WRITTEN_EVERY))) {
            session.written = session.input;
            db.alone(
                    handle -> {
                        repository.touch(handle, live.id(), input);
                        return true;
                    });
        }
    }

    private boolean idle(Instant last, Instant input, Instant now) {
        return input.plus(settings.idle()).isBefore(now)
                || last.plus(settings.idle()).isBefore(input);
    }

    private static Instant input(Instant now, @Nullable Duration age) {
        return age == null ? now : now.minus(age);
    }

    static Principal.User user(Live live) {
        return new Principal.User(
                live.userId(),
                live.username(),
                live.nombre().isEmpty() ? live.username() : live.nombre(),
                permissions(live.groups(), live.superuser()),
                live.superuser(),
                live.id(),
                live.mustChange());
    }

    /// What a token stands for, until when that is believed, and the person's last input.
    private static final class Remembered {
        private final Live live;
        private final Principal.User user;
        private final Instant until;
        private volatile Instant input;
        private volatile Instant written;

        private Remembered(Live live, Principal.User user, Instant until, Instant input) {
            this.live = live;
            this.user = user;
            this.until = until;
            this.input = input;
            this.written = live.used();
        }
    }
}
