package trastienda.server.identidad;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.EventDraft;
import trastienda.shared.eventos.Topics;
import trastienda.shared.hash.Sha256;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keys of programs (`Authorization: Api-Key …`): a name, what it may do, and the SHA-256 of a
/// random key that is shown once.
final class LlavesServicio {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database db;
    private final Clock clock;
    private final LlavesRepository keys = new LlavesRepository();
    private final Tokens256 tokens = new Tokens256();
    private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(Principal.Service service, Instant until) {}

    LlavesServicio(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The program of a key; empty for one that is unknown or revoked.
    Optional<Principal> find(String key) {
        var now = clock.instant();
        var sha256 = Sha256.of(key);
        var entry = ByteBuffer.wrap(sha256);
        var known = remembered.get(entry);
        if (known != null && known.until.isAfter(now)) {
            return Optional.of(known.service);
        }
        var service = db.read(handle -> keys.byHash(handle, sha256));
        service.ifPresent(
                found -> remembered.put(entry, new Remembered(found, now.plus(REMEMBERED))));
        return service.map(found -> found);
    }

    /// Whether a key of that name is in force that lets its program do the same.
    boolean stillHas(Principal.Service service) {
        return db.read(handle -> keys.byName(handle, service.name()))
                .filter(service::equals)
                .isPresent();
    }

    List<LlaveServicio> list() {
        return db.read(keys::list);
    }

    /// Makes a key; the answer is the only place where it ever stands.
    LlaveServicio create(Actor actor, LlaveNueva wanted) {
        var name = wanted.nombre() == null ? "" : wanted.nombre().strip();
        var permissions = check(name, wanted);
        var key = tokens.next();
        var now = clock.instant();
        return db.write(
                actor,
                tx -> {
                    var id =
                            keys.insert(tx, name, Sha256.of(key), permissions, now)
                                    .orElseThrow(() -> ProblemException.of(ProblemCode.YA_EXISTE));
                    tx.audit(
                            new AuditEntry(
                                    "identidad.llave_creada",
                                    "llave:" + id,
                                    List.of(
                                            new Change("nombre", null, name),
                                            new Change(
                                                    "permisos",
                                                    null,
                                                    String.join(", ", permissions))),
                                    null));
                    return new LlaveServicio(
                            id, name, permissions, now, actor.principal().name(), false, key);
                });
    }

    void revoke(Actor actor, long id) {
        db.run(
                actor,
                tx -> {
                    var name =
                            keys.revoke(tx, id, clock.instant())
                                    .orElseThrow(
                                            () -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
                    tx.audit(AuditEntry.of("identidad.llave_revocada", "llave:" + id));
                    tx.event(
                            new EventDraft(
                                    Topics.LLAVE_REVOCADA,
                                    "llave:" + id,
                                    List.of("llave:" + name),
                                    Map.of("id", id)));
                    tx.afterCommit(this::forgetAll);
                });
    }

    void forgetAll() {
        remembered.clear();
    }

    private static List<String> check(String name, LlaveNueva wanted) {
        var errors = new ArrayList<FieldError>();
        if (name.isEmpty()) {
            errors.add(FieldError.of("nombre", Regla.OBLIGATORIO));
        } else if (name.length() > 100) {
            errors.add(FieldError.of("nombre", Regla.LARGO_MAXIMO, 100));
        }
        var permissions = EnumSet.noneOf(Permiso.class);
        var codes = wanted.permisos() == null ? List.<String>of() : wanted.permisos();
        for (var code : codes) {
            var known = code == null ? Optional.<Permiso>empty() : Permiso.of(code);
            known.ifPresentOrElse(
                    permissions::add,
                    () -> errors.add(FieldError.of("permisos", Regla.OPCION_INVALIDA, code)));
        }
        if (codes.isEmpty()) {
            errors.add(FieldError.of("permisos", Regla.OBLIGATORIO));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        return permissions.stream().map(Permiso::codigo).toList();
    }
}
