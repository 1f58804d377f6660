package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.server.platform.idempotency.Idempotency;
import trastienda.server.platform.idempotency.Idempotency.Outcome;
import trastienda.shared.hash.Sha256;
import trastienda.shared.http.Headers;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.time.Duration;
import java.util.Locale;

/// Registers and corrects sales at most once per key: the key, the sale and the answer are one
/// transaction, so that a second click waits for the first and gets its answer. What was refused
/// leaves no key behind.
final class KeyedWrites {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int LEAST = 8;
    private static final int OK = 200;
    private static final int CREATED = 201;

    /// An answer as it is sent, the first time and again.
    record Answer(int status, String body, long id) {}

    /// The sale wanted. `exception`: why, although its line has an active sale; null without one.
    /// `wrong`: what could not be read of it.
    record Wish(VentaDatos datos, Wrongs wrong, @Nullable String exception) {}

    /// An exception as its key remembers it.
    private record Exceptional(VentaDatos datos, String exception) {}

    /// A correction as its key remembers it: the same form for another sale is another request.
    private record Fix(long id, VentaDatos datos) {}

    private final Database database;
    private final Ventas ventas;
    private final Idempotency idempotency;

    KeyedWrites(Database database, Ventas ventas, Idempotency idempotency) {
        this.database = database;
        this.ventas = ventas;
        this.idempotency = idempotency;
    }

    /// Registers, or repeats what was answered to this key before.
    ///
    /// @throws ProblemException also `CLAVE_CON_OTRO_CONTENIDO` and `EN_PROCESO`
    Answer register(Actor actor, @Nullable String key, Wish wish, Locale locale) {
        var exception = wish.exception;
        Object asked = exception == null ? wish.datos : new Exceptional(wish.datos, exception);
        return once(
                actor,
                key,
                asked,
                tx -> {
                    var venta =
                            wish.wrong.with(
                                    () ->
                                            exception == null
                                                    ? ventas.register(tx, wish.datos)
                                                    : ventas.registerAnyway(
                                                            tx, wish.datos, exception));
                    return answer(CREATED, venta, locale);
                });
    }

    /// Corrects, or repeats what was answered to this key before, to whoever still sees the sale.
    ///
    /// @throws ProblemException also `CLAVE_CON_OTRO_CONTENIDO` and `EN_PROCESO`
    Answer correct(Actor actor, @Nullable String key, long id, Wish wish, Locale locale) {
        ventas.detail(actor.principal(), id);
        return once(
                actor,
                key,
                new Fix(id, wish.datos),
                tx ->
                        answer(
                                OK,
                                wish.wrong.with(() -> ventas.correct(tx, id, wish.datos)),
                                locale));
    }

    private static Answer answer(int status, VentaDetalle venta, Locale locale) {
        var body = Json.mapper().writeValueAsString(Worded.of(venta, locale));
        return new Answer(status, body, venta.id());
    }

    private static long id(String body) {
        return Json.mapper().readTree(body).path("id").asLong();
    }

    private interface Work {
        Answer in(Tx tx);
    }

    private Answer once(Actor actor, @Nullable String key, Object asked, Work work) {
        if (key == null) {
            return database.write(actor, work::in);
        }
        check(key);
        var user = actor.principal().userId();
        var owner = user == null ? 0 : user;
        var name = user == null ? actor.principal().name() + ":" + key : key;
        return database.write(
                actor,
                tx ->
                        switch (idempotency.begin(tx.handle(), owner, name, sha256(asked), LEASE)) {
                            case Outcome.New(var claim) -> {
                                var answer = work.in(tx);
                                idempotency.finish(
                                        tx.handle(), claim, answer.status(), answer.body());
                                yield answer;
                            }
                            case Outcome.Replay(var status, var body) ->
                                    new Answer(status, body, id(body));
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

    private static String sha256(Object asked) {
        return Sha256.hex(Json.mapper().writeValueAsBytes(asked));
    }
}
