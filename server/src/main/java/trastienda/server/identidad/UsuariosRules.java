package trastienda.server.identidad;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Tx;
import trastienda.shared.eventos.Topics;
import trastienda.shared.identidad.Agente;
import trastienda.shared.identidad.ClaveNueva;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What administrators do with people: create, change, disable, reset.
final class UsuariosRules {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}@.+_-]{1,150}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final List<String> OURS =
            Arrays.stream(Grupo.values())
                    .map(grupo -> grupo.nombre().toLowerCase(Locale.ROOT))
                    .toList();

    private final Database db;
    private final CuentasRepository accounts;
    private final SesionesRepository failures;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignIn.Rules rules;

    UsuariosRules(
            Database db,
            CuentasRepository accounts,
            SesionesRepository failures,
            Sessions sessions,
            Passwords passwords,
            SignIn.Rules rules) {
        this.db = db;
        this.accounts = accounts;
        this.failures = failures;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
    }

    /// Some rows of a list, and how many there are in all.
    record Slice<T>(long count, List<T> rows) {}

    /// A page of people, for who administers them.
    ///
    /// @throws ProblemException `NO_ENCONTRADO` beyond the last row
    Slice<Usuario> list(CuentasRepository.Filter filter, int size, long skip) {
        return slice(
                filter,
                skip,
                handle ->
                        accounts.list(
                                handle, filter, size, skip, rules.settings().failures(), locked()));
    }

    /// A page of people for who sees sales of others, which is no more than their names.
    ///
    /// @throws ProblemException as [#list]
    Slice<Agente> names(CuentasRepository.Filter filter, int size, long skip) {
        return slice(filter, skip, handle -> accounts.light(handle, filter, size, skip));
    }

    private <T> Slice<T> slice(
            CuentasRepository.Filter filter, long skip, Function<Handle, List<T>> rows) {
        return db.read(
                handle -> {
                    var count = accounts.count(handle, filter);
                    if (skip > 0 && skip >= count) {
                        throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
                    }
                    return new Slice<>(count, rows.apply(handle));
                });
    }

    /// Whether someone is called so, whatever the case.
    boolean isTaken(String username) {
        return db.read(handle -> accounts.byName(handle, username)).isPresent();
    }

    /// A person.
    ///
    /// @throws ProblemException `NO_ENCONTRADO`
    Usuario find(long id) {
        return db.read(handle -> find(handle, id));
    }

    private Usuario find(Handle handle, long id) {
        return accounts.find(handle, id, rules.settings().failures(), locked())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
    }

    /// Creates a person who must change this password at the first sign-in.
    Usuario create(Actor actor, UsuarioCambio wanted) {
        var errors = check(wanted, true);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        var hash = passwords.hash(Objects.requireNonNull(wanted.clave()));
        var id = db.write(actor, tx -> insert(tx, wanted, hash, true));
        return find(id);
    }

    /// Inserts a checked person inside the caller's unit of work.
    long insert(Tx tx, UsuarioCambio wanted, String hash, boolean mustChange) {
        var now = rules.clock().instant();
        var username = text(wanted.username());
        accounts.lockNames(tx);
        if (accounts.byName(tx.handle(), username).isPresent()) {
            throw repeated();
        }
        var id = accounts.create(tx, username, named(wanted), text(wanted.email()), hash, now);
        if (id == 0) {
            throw repeated();
        }
        accounts.password(tx, id, hash, mustChange, false, now);
        var grupos = lower(wanted.grupos());
        accounts.groups(tx, id, grupos, OURS);
        tx.audit(
                new AuditEntry(
                        "identidad.usuario_creado",
                        "usuario:" + id,
                        List.of(
                                new Change("username", null, username),
                                new Change("grupos", null, String.join(", ", grupos))),
                        null));
        changed(tx, id);
        return id;
    }

    /// Nobody is without a name: it stands in questions and in the history.
    private static String named(UsuarioCambio wanted) {
        var nombre = text(wanted.nombre());
        return nombre.isEmpty() ? text(wanted.username()) : nombre;
    }

    /// Changes what is not null. Whoever is disabled is out at once; nobody disables themselves or
    /// takes away their own right to administer.
    Usuario change(Actor actor, long id, UsuarioCambio wanted) {
        var errors = check(wanted, false);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        if (Objects.equals(actor.principal().userId(), id) && locksSelfOut(wanted)) {
            throw ProblemException.of(ProblemCode.ESTADO_NO_PERMITE);
        }
        db.run(actor, tx -> change(tx, id, wanted));
        return find(id);
    }

    private void change(Tx tx, long id, UsuarioCambio wanted) {
        var changes = new ArrayList<Change>();
        var account =
                accounts.account(tx, id)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
        var username = wanted.username();
        if (username != null && !username.strip().equalsIgnoreCase(account.username())) {
            if (isFormula(username.strip())) {
                throw ProblemException.field(
                        ProblemCode.DATOS_INVALIDOS, "username", Regla.USUARIO_INVALIDO);
            }
            accounts.lockNames(tx);
            accounts.byName(tx.handle(), username.strip())
                    .ifPresent(
                            other -> {
                                throw repeated();
                            });
        }
        var before = find(tx.handle(), id);
        note(changes, "username", before.username(), username);
        note(changes, "nombre", before.nombre(), wanted.nombre());
        note(changes, "email", before.email(), wanted.email());
        note(changes, "activo", before.activo(), wanted.activo());
        accounts.change(
                tx,
                id,
                username == null ? null : username.strip(),
                wanted.nombre() == null ? null : text(wanted.nombre()),
                wanted.email() == null ? null : text(wanted.email()),
                wanted.activo());
        var grupos = wanted.grupos();
        if (grupos != null) {
            note(changes, "grupos", String.join(", ", before.grupos()), String.join(", ", grupos));
            accounts.groups(tx, id, lower(grupos), OURS);
        }
        tx.audit(new AuditEntry("identidad.usuario_cambiado", "usuario:" + id, changes, null));
        if (Boolean.FALSE.equals(wanted.activo())) {
            shutOut(tx, id, "cuenta desactivada");
        }
        changed(tx, id);
    }

    /// A new password to be changed at the next sign-in; ends all sessions and every lock.
    ClaveNueva reset(Actor actor, long id) {
        var clave = PasswordPolicy.temporary(find(id).username());
        var hash = passwords.hash(clave);
        db.run(
                actor,
                tx -> {
                    var account =
                            accounts.account(tx, id)
                                    .orElseThrow(
                                            () -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
                    accounts.password(tx, id, hash, true, true, rules.clock().instant());
                    failures.forgive(tx, SignIn.nameKey(account.username()), null);
                    tx.audit(AuditEntry.of("identidad.clave_restablecida", "usuario:" + id));
                    shutOut(tx, id, "clave restablecida");
                    changed(tx, id);
                });
        return new ClaveNueva(clave);
    }

    /// Ends a person's sessions and whatever else they had made for them, as links to files.
    private void shutOut(Tx tx, long id, String why) {
        sessions.end(tx, id, null, null, why);
        accounts.shutOut(tx, id, rules.clock().instant());
    }

    /// The first administrator, or another one, made where the server runs.
    long createAdmin(String username, String clave) {
        var wanted =
                new UsuarioCambio(
                        username, username, "", true, List.of(Grupo.ADMINISTRADOR.nombre()), clave);
        var errors = check(wanted, true);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        var hash = passwords.hash(clave);
        return db.write(
                Actor.SYSTEM,
                tx -> {
                    var id = insert(tx, wanted, hash, false);
                    accounts.superuser(tx, id);
                    return id;
                });
    }

    /// The rules a person breaks.
    List<FieldError> check(UsuarioCambio wanted, boolean create) {
        var errors = new ArrayList<FieldError>();
        var username = wanted.username();
        if (create && text(username).isEmpty()) {
            errors.add(FieldError.of("username", Regla.OBLIGATORIO));
        } else if (username != null && !USERNAME.matcher(username.strip()).matches()) {
            errors.add(FieldError.of("username", Regla.USUARIO_INVALIDO));
        } else if (create && isFormula(text(username))) {
            errors.add(FieldError.of("username", Regla.USUARIO_INVALIDO));
        }
        if (!create && wanted.nombre() != null && wanted.nombre().isBlank()) {
            errors.add(FieldError.of("nombre", Regla.OBLIGATORIO));
        } else if (wanted.nombre() != null && wanted.nombre().length() > 150) {
            errors.add(FieldError.of("nombre", Regla.LARGO_MAXIMO, 150));
        }
        if (isFormula(text(wanted.nombre()))) {
            errors.add(FieldError.of("nombre", Regla.CARACTERES_INVALIDOS));
        }
        var email = text(wanted.email());
        if ((!email.isEmpty() && !EMAIL.matcher(email).matches()) || isFormula(email)) {
            errors.add(FieldError.of("email", Regla.CORREO_INVALIDO));
        }
        if (wanted.grupos() != null) {
            for (var grupo : wanted.grupos()) {
                if (grupo == null || Grupo.of(grupo).isEmpty()) {
                    errors.add(FieldError.of("grupos", Regla.GRUPO_DESCONOCIDO, grupo));
                }
            }
        }
        if (create) {
            var clave = wanted.clave();
            if (clave == null || clave.isEmpty()) {
                errors.add(FieldError.of("clave", Regla.OBLIGATORIO));
            } else {
                errors.addAll(PasswordPolicy.check("clave", clave, text(username)));
            }
        }
        return errors;
    }

    /// Whether a spreadsheet would run it; no person's name begins like that.
    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private void changed(Tx tx, long id) {
        tx.event(
                new EventDraft(
                        Topics.USUARIO_CAMBIADO,
                        "usuario:" + id,
                        List.of("user:" + id, "perm:" + Permiso.USUARIOS_ADMINISTRAR.codigo()),
                        Map.of("id", id)));
        tx.afterCommit(sessions::forgetAll);
    }

    private static boolean locksSelfOut(UsuarioCambio wanted) {
        var grupos = wanted.grupos();
        var loses =
                grupos != null
                        && !Sessions.permissions(grupos, false)
                                .contains(Permiso.USUARIOS_ADMINISTRAR);
        return loses || Boolean.FALSE.equals(wanted.activo());
    }

    private static ProblemException repeated() {
        return ProblemException.field(
                ProblemCode.DATOS_INVALIDOS, "username", Regla.USUARIO_REPETIDO);
    }

    private static void note(
            List<Change> changes, String field, Object before, @Nullable Object after) {
        if (after != null && !after.equals(before)) {
            changes.add(new Change(field, before.toString(), after.toString()));
        }
    }

    private static List<String> lower(@Nullable List<String> groups) {
        return groups == null
                ? List.of()
                : groups.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private Instant locked() {
        return rules.clock().instant().minus(rules.settings().lock());
    }
}
