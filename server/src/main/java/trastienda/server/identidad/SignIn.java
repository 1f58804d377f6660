package trastienda.server.identidad;

import org.jspecify.annotations.Nullable;

import trastienda.server.identidad.CuentasRepository.Account;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Database;
import trastienda.shared.identidad.CambioClave;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Signing in with a name and a password, and changing one's own. Three failures of one name from
/// one address lock that pair for 15 minutes, whether the name exists or not, and many failures of
/// many names close the address to strangers; a wrong name takes as long as a wrong password.
final class SignIn {
    private final Database db;
    private final CuentasRepository accounts;
    private final SesionesRepository failures;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Rules rules;

    /// What bounds a sign-in, and the clock it is measured with.
    record Rules(IdentidadSettings settings, Clock clock) {}

    SignIn(
            Database db,
            CuentasRepository accounts,
            SesionesRepository failures,
            Sessions sessions,
            Passwords passwords,
            Rules rules) {
        this.db = db;
        this.accounts = accounts;
        this.failures = failures;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
    }

    Tokens signIn(Credenciales given, Actor from) {
        require(given.username(), "username", given.password(), "password");
        var username = given.username().strip();
        attempt(username, from);
        var account = db.read(handle -> accounts.byName(handle, username)).orElse(null);
        var hash = account != null && account.active() ? account.hash() : null;
        var match = passwords.check(given.password(), hash);
        if (account == null || match == Passwords.Match.NO) {
            refused(account, from);
            throw ProblemException.of(ProblemCode.CREDENCIALES_INVALIDAS);
        }
        var better = match == Passwords.Match.OLD ? passwords.hash(given.password()) : null;
        return open(account, better, username, from);
    }

    private Tokens open(Account account, @Nullable String hash, String username, Actor from) {
        var person =
                new Principal.User(
                        account.id(),
                        account.username(),
                        account.username(),
                        Set.of(),
                        account.superuser(),
                        0);
        var actor = new Actor(person, from.address(), from.userAgent());
        return db.write(
                actor,
                tx -> {
                    if (hash != null) {
                        accounts.rehash(tx, account.id(), hash);
                    }
                    failures.forgive(tx, nameKey(username), address(from));
                    accounts.signedIn(tx, account.id(), rules.clock.instant());
                    tx.audit(AuditEntry.of("identidad.ingreso", "usuario:" + account.id()));
                    var program = from.userAgent() == null ? "" : from.userAgent();
                    return sessions.open(
                            tx,
                            account.id(),
                            program.length() > 200 ? program.substring(0, 200) : program);
                });
    }

    /// Counts the attempt, or refuses it while the pair of name and address is locked.
    private void attempt(String username, Actor from) {
        var settings = rules.settings;
        var now = rules.clock.instant();
        refuseGuessing(username, from, now);
        var counted =
                db.write(
                        from,
                        tx ->
                                failures.attempt(
                                        tx,
                                        address(from),
                                        nameKey(username),
                                        now,
                                        settings.lock(),
                                        settings.failures()));
        if (counted.count() > settings.failures()) {
            db.run(from, tx -> tx.audit(AuditEntry.of("identidad.ingreso_bloqueado", "usuario:?")));
            var left = Duration.between(now, counted.last().plus(settings.lock()));
            throw ProblemException.retry(ProblemCode.CUENTA_BLOQUEADA, roundedUp(left));
        }
    }

    /// One who tries name after name from one address is sent away; who came in from there before
    /// is not, so that nobody locks an office out from within.
    private void refuseGuessing(String username, Actor from, Instant now) {
        var settings = rules.settings;
        var address = address(from);
        var failed =
                db.read(
                        handle ->
                                failures.failuresFrom(handle, address, now.minus(settings.lock())));
        if (failed >= settings.failuresFromAnAddress()
                && !db.read(handle -> failures.cameFrom(handle, username, address))) {
            db.run(from, tx -> tx.audit(AuditEntry.of("identidad.ingreso_bloqueado", "usuario:?")));
            throw ProblemException.retry(ProblemCode.DEMASIADAS_PETICIONES, settings.lock());
        }
    }

    /// An unknown name is not written down: it may well be a password typed into the wrong box.
    private void refused(@Nullable Account account, Actor from) {
        var who = account == null ? "usuario:?" : "usuario:" + account.id();
        db.run(from, tx -> tx.audit(AuditEntry.of("identidad.ingreso_fallido", who)));
    }

    /// Changes one's own password: the old one is asked for, all other sessions end.
    void changePassword(Principal.User person, CambioClave change, Actor actor) {
        require(change.actual(), "actual", change.nueva(), "nueva");
        attempt(person.username(), actor);
        var account =
                db.read(handle -> accounts.byName(handle, person.username()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.CUENTA_INACTIVA));
        if (passwords.check(change.actual(), account.hash()) == Passwords.Match.NO) {
            refused(account, actor);
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "actual", Regla.CLAVE_ACTUAL_ERRADA);
        }
        var errors = PasswordPolicy.check("nueva", change.nueva(), person.username());
        if (errors.isEmpty() && usedBefore(account, change.nueva(), actor)) {
            errors = List.of(FieldError.of("nueva", Regla.CLAVE_REPETIDA));
        }
        if (!errors.isEmpty()) {
            db.run(actor, tx -> forgive(tx, person, actor));
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        var hash = passwords.hash(change.nueva());
        db.run(
                actor,
                tx -> {
                    forgive(tx, person, actor);
                    accounts.password(tx, person.id(), hash, false, true, rules.clock.instant());
                    tx.audit(AuditEntry.of("identidad.clave_cambiada", "usuario:" + person.id()));
                    sessions.end(tx, person.id(), null, person.sessionId(), "clave cambiada");
                });
    }

    private void forgive(trastienda.server.platform.db.Tx tx, Principal.User person, Actor actor) {
        failures.forgive(tx, nameKey(person.username()), address(actor));
    }

    private boolean usedBefore(Account account, String password, Actor actor) {
        var former =
                db.write(
                        actor,
                        tx ->
                                accounts.formerHashes(
                                        tx, account.id(), PasswordPolicy.REMEMBERED - 1));
        var all = new ArrayList<>(former);
        all.addFirst(account.hash());
        return all.stream().anyMatch(hash -> passwords.check(password, hash) != Passwords.Match.NO);
    }

    static byte[] nameKey(String username) {
        return Tokens256.sha256(username.toLowerCase(Locale.ROOT));
    }

    private static String address(Actor actor) {
        var address = actor.address();
        return address == null ? "" : address;
    }

    private static Duration roundedUp(Duration left) {
        return Duration.ofSeconds(Math.max(1, (left.toMillis() + 999) / 1000));
    }

    private static void require(
            @Nullable String first, String firstName, @Nullable String second, String secondName) {
        var errors = new ArrayList<FieldError>();
        if (first == null || first.isBlank()) {
            errors.add(FieldError.of(firstName, Regla.OBLIGATORIO));
        }
        if (second == null || second.isEmpty()) {
            errors.add(FieldError.of(secondName, Regla.OBLIGATORIO));
        } else if (second.length() > 1000) {
            errors.add(FieldError.of(secondName, Regla.LARGO_MAXIMO, PasswordPolicy.MOST));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
    }
}
