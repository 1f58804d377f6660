package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.server.platform.idempotency.Idempotency;
import trastienda.server.platform.idempotency.Idempotency.Outcome;
import trastienda.shared.http.Headers;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/// Registers a sale at most once per key: the key, the sale and the answer are one transaction, so
/// that a second click waits for the first and gets its answer.
final class Registering {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int LEAST = 8;
    private static final int CREATED = 201;

    /// An answer as it is sent. `id` null when it was given before.
    record Answer(int status, String body, @Nullable Long id) {}

    /// The sale wanted. `exception`: why, although its line has an active sale; null without one.
    record Wish(VentaDatos datos, @Nullable String exception) {}

    private final Database database;
    private final Ventas ventas;
    private final Idempotency idempotency;

    Registering(Database database, Ventas ventas, Idempotency idempotency) {
        this.database = database;
        this.ventas = ventas;
        this.idempotency = idempotency;
    }

    /// Registers, or repeats what was answered to this key before.
    ///
    /// @throws ProblemException also `CLAVE_CON_OTRO_CONTENIDO` and `EN_PROCESO`
    Answer register(Actor actor, @Nullable String key, Wish wish, Locale locale) {
        if (key == null) {
            return database.write(
                    actor,
                    tx -> {
                        var venta = Worded.of(register(tx, wish), locale);
                        var body = Json.mapper().writeValueAsString(venta);
                        return new Answer(CREATED, body, venta.id());
                    });
        }
        check(key);
        var user = actor.principal().userId();
        var owner = user == null ? 0 : user;
        var name = user == null ? actor.principal().name() + ":" + key : key;
        return database.write(
                actor,
                tx ->
                        switch (idempotency.begin(tx.handle(), owner, name, sha256(wish), LEASE)) {
                            case Outcome.New(var claim) -> {
                                var venta = Worded.of(register(tx, wish), locale);
                                var body = Json.mapper().writeValueAsString(venta);
                                idempotency.finish(tx.handle(), claim, CREATED, body);
                                yield new Answer(CREATED, body, venta.id());
                            }
                            case Outcome.Replay(var status, var body) ->
                                    new Answer(status, body, null);
                            case Outcome.Running(var after) ->
                                    throw ProblemException.retry(ProblemCode.EN_PROCESO, after);
                            case Outcome.OtherBody() ->
                                    throw ProblemException.of(ProblemCode.CLAVE_CON_OTRO_CONTENIDO);
                        });
    }

    private static void check(String key) {
        if (key.length() < LEAST
                || key.length() > Idempotency.LONGEST_KEY
                || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO,
                    Headers.IDEMPOTENCY_KEY,
                    Regla.LARGO,
                    LEAST,
                    Idempotency.LONGEST_KEY);
        }
    }

    private VentaDetalle register(Tx tx, Wish wish) {
        return wish.exception == null
                ? ventas.register(tx, wish.datos)
                : ventas.registerAnyway(tx, wish.datos, wish.exception);
    }

    private static String sha256(Wish wish) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            Json.mapper()
                                                    .writeValueAsBytes(
                                                            wish.exception == null
                                                                    ? wish.datos
                                                                    : wish)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
