package trastienda.server.identidad;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.EventDraft;
import trastienda.shared.eventos.Topics;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Keys of programs (`Authorization: Api-Key …`): a name, what it may do, and the SHA-256 of a
/// random key that is shown once.
final class LlavesServicio {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database db;
    private final Clock clock;
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
        var sha256 = Tokens256.sha256(key);
        var entry = ByteBuffer.wrap(sha256);
        var known = remembered.get(entry);
        if (known != null && known.until.isAfter(now)) {
            return Optional.of(known.service);
        }
        var service = db.read(handle -> service(handle, sha256));
        service.ifPresent(
                found -> remembered.put(entry, new Remembered(found, now.plus(REMEMBERED))));
        return service.map(found -> found);
    }

    /// Whether a key of that name is in force that lets its program do the same.
    boolean stillHas(Principal.Service service) {
        return db.read(
                        handle ->
                                handle.createQuery(
                                                """
                                                select nombre, permisos
                                                from trastienda.llaves_servicio
                                                where nombre = :name and revocada is null
                                                """)
                                        .bind("name", service.name())
                                        .map((row, ctx) -> of(row))
                                        .findOne())
                .filter(service::equals)
                .isPresent();
    }

    private static Principal.Service of(ResultSet row) throws SQLException {
        return new Principal.Service(
                row.getString("nombre"),
                SesionesRepository.texts(row, "permisos").stream()
                        .flatMap(code -> Permiso.of(code).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<Principal.Service> service(Handle handle, byte[] sha256) {
        return handle.createQuery(
                        """
                        select nombre, permisos from trastienda.llaves_servicio
                        where sha256 = :sha256 and revocada is null
                        """)
                .bind("sha256", sha256)
                .map((row, ctx) -> of(row))
                .findOne();
    }

    List<LlaveServicio> list() {
        return db.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select id, nombre, permisos, creada, creada_por,
                                            revocada is not null as revocada
                                        from trastienda.llaves_servicio order by id desc limit 200
                                        """)
                                .map(
                                        (row, ctx) ->
                                                new LlaveServicio(
                                                        row.getLong("id"),
                                                        row.getString("nombre"),
                                                        SesionesRepository.texts(row, "permisos"),
                                                        SesionesRepository.instant(row, "creada"),
                                                        row.getString("creada_por"),
                                                        row.getBoolean("revocada"),
                                                        null))
                                .list());
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
                            tx.handle()
                                    .createQuery(
                                            """
                                            insert into trastienda.llaves_servicio
                                                (nombre, sha256, permisos, creada, creada_por)
                                            values (:name, :sha256, :permissions, :now, :by)
                                            on conflict do nothing
                                            returning id
                                            """)
                                    .bind("name", name)
                                    .bind("sha256", Tokens256.sha256(key))
                                    .bindArray("permissions", String.class, permissions)
                                    .bind("now", SesionesRepository.at(now))
                                    .bind("by", actor.principal().name())
                                    .mapTo(Long.class)
                                    .findOne()
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
                            tx.handle()
                                    .createQuery(
                                            """
                                            update trastienda.llaves_servicio set revocada = :now
                                            where id = :id and revocada is null
                                            returning nombre
                                            """)
                                    .bind("id", id)
                                    .bind("now", SesionesRepository.at(clock.instant()))
                                    .mapTo(String.class)
                                    .findOne()
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
