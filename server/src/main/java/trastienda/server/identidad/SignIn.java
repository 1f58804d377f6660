package trastienda.server.identidad;

import org.jspecify.annotations.Nullable;

import trastienda.server.identidad.CuentasRepository.Account;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.shared.hash.Sha256;
import trastienda.shared.identidad.CambioClave;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Signing in with a name and a password, and changing one's own. Three failures of one name from
/// one address lock that pair for 15 minutes, whether the name exists or not, and many failures of
/// many names close the address to strangers; a wrong name takes as long as a wrong password, also
/// of an account that came with a hash of Django's, and neither tells who exists nor who came in
/// from that address.
final class SignIn {
    /// Longer than any password that may be set, and still cheap to hash.
    private static final int LONGEST = 1000;

    private final Database db;
    private final CuentasRepository accounts;
    private final SesionesRepository failures;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Rules rules;
    private final Turns turns = new Turns();

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
        var account = db.read(handle -> accounts.byName(handle, username)).orElse(null);
        var mostRounds = db.read(accounts::mostRounds);
        // however it is written, an account is one name
        var name = account == null ? username : account.username();
        Passwords.Match match;
        try (var single = turns.single(address(from))) {
            var door = count(name, from, single);
            match =
                    looked(
                            door,
                            name,
                            from,
                            open ->
                                    passwords.checkAtTheDoor(
                                            given.password(),
                                            open ? hash(account) : null,
                                            mostRounds));
        }
        if (account == null || match == Passwords.Match.NO) {
            refused(account, from);
            throw ProblemException.of(ProblemCode.CREDENCIALES_INVALIDAS);
        }
        var better = match == Passwords.Match.OLD ? passwords.hash(given.password()) : null;
        return open(account, better, from);
    }

    /// Looks at the password, unless the door says no. A closed address is answered alike whatever
    /// the name, unless it was the right password of one that is known there.
    ///
    /// @param comparison given whether the name may come in through this door
    private Passwords.Match looked(
            Door door, String name, Actor from, Function<Boolean, Passwords.Match> comparison) {
        return switch (door) {
            case Door.Locked(var left) ->
                    throw ProblemException.retry(ProblemCode.CUENTA_BLOQUEADA, roundedUp(left));
            case Door.Full() -> throw closed();
            case Door.Open() -> compared(door, name, from, () -> comparison.apply(true));
            case Door.Closed(var known, _) -> {
                var match = compared(door, name, from, () -> comparison.apply(known));
                if (match == Passwords.Match.NO) {
                    throw closed();
                }
                yield match;
            }
        };
    }

    private static @Nullable String hash(@Nullable Account account) {
        return account != null && account.active() ? account.hash() : null;
    }

    private ProblemException closed() {
        return ProblemException.retry(ProblemCode.DEMASIADAS_PETICIONES, rules.settings.lock());
    }

    private Tokens open(Account account, @Nullable String hash, Actor from) {
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
                    failures.forgive(tx, nameKey(account.username()), address(from));
                    accounts.signedIn(tx, account.id(), rules.clock.instant());
                    tx.audit(AuditEntry.of("identidad.ingreso", "usuario:" + account.id()));
                    var program = from.userAgent() == null ? "" : from.userAgent();
                    return sessions.open(
                            tx,
                            account.id(),
                            program.length() > 200 ? program.substring(0, 200) : program);
                });
    }

    /// Compares. An attempt that nobody had time to look at is no failure: what it was counted as
    /// is taken back, and no more than that.
    private Passwords.Match compared(
            Door door, String username, Actor from, Supplier<Passwords.Match> comparison) {
        try {
            return comparison.get();
        } catch (ProblemException busy) {
            if (door.counted()) {
                db.run(from, tx -> failures.takeBack(tx, nameKey(username), address(from)));
            }
            throw busy;
        }
    }

    /// How an attempt to come in is met, before its password is looked at.
    private sealed interface Door {
        /// Whether the attempt was counted as a failure of its name.
        default boolean counted() {
            return true;
        }

        record Open() implements Door {}

        /// The address failed too often and another attempt of it is being looked at; this one is
        /// not, whatever the name: else a closed address would take all places for hashing.
        record Full() implements Door {}

        /// The pair of name and address failed too often.
        record Locked(Duration left) implements Door {}

        /// The address failed too often. Whatever the name, a wrong password is answered alike and
        /// as late; `known` came in from there before and still comes in with the right one, so
        /// that nobody locks an office out from within.
        record Closed(boolean known, boolean counted) implements Door {}
    }

    /// Counts the attempt and looks at what was counted, one attempt of an address after another.
    /// The audit gets one line when a pair is locked and one when an address is closed; what is
    /// refused after that is only counted.
    ///
    /// @param single null for a person who is signed in: to them no address is closed
    private Door count(String username, Actor from, Turns.@Nullable Single single) {
        var settings = rules.settings;
        var now = rules.clock.instant();
        var since = now.minus(settings.lock());
        var address = address(from);
        return inTurn(
                address,
                from,
                tx -> {
                    failures.oneByOne(tx, address);
                    var most = settings.failuresFromAnAddress();
                    var closed =
                            single != null && failures.failuresFrom(tx, address, since) >= most;
                    if (closed) {
                        tellOnce(tx, failures.shut(tx, address, now, settings.lock()) == 1);
                        if (single != null && !single.take()) {
                            return new Door.Full();
                        }
                        if (!failures.cameFrom(tx.handle(), username, address)) {
                            return new Door.Closed(false, false);
                        }
                    }
                    var name = nameKey(username);
                    var counted =
                            failures.attempt(
                                    tx, address, name, now, settings.lock(), settings.failures());
                    var locked = counted.count() > settings.failures();
                    if (closed) {
                        return new Door.Closed(!locked, true);
                    }
                    tellOnce(tx, counted.count() == settings.failures() + 1);
                    return locked
                            ? new Door.Locked(
                                    Duration.between(now, counted.last().plus(settings.lock())))
                            : new Door.Open();
                });
    }

    private interface Counting {
        Door in(Tx tx);
    }

    /// Here, who waits for the attempts of the same address before theirs holds no connection; the
    /// database makes those on other nodes wait.
    private Door inTurn(String address, Actor from, Counting counting) {
        return turns.after(address, () -> db.write(from, counting::in));
    }

    private static void tellOnce(Tx tx, boolean first) {
        if (first) {
            tx.audit(AuditEntry.of("identidad.ingreso_bloqueado", "usuario:?"));
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
        var door = count(person.username(), actor, null);
        if (door instanceof Door.Locked(var left)) {
            throw ProblemException.retry(ProblemCode.CUENTA_BLOQUEADA, roundedUp(left));
        }
        var account =
                db.read(handle -> accounts.byName(handle, person.username()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.CUENTA_INACTIVA));
        var match =
                compared(
                        door,
                        person.username(),
                        actor,
                        () -> passwords.check(change.actual(), account.hash()));
        if (match == Passwords.Match.NO) {
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

    private void forgive(Tx tx, Principal.User person, Actor actor) {
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
        return Sha256.of(username.toLowerCase(Locale.ROOT));
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
        } else if (second.length() > LONGEST) {
            errors.add(FieldError.of(secondName, Regla.LARGO_MAXIMO, LONGEST));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
    }
}
