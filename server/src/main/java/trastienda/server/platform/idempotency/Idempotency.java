package trastienda.server.platform.idempotency;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Keys of requests. Two ways to use it: [#begin] and [#finish] in the one transaction that does
/// the work (a second request waits for it, then replays); or [#begin] in a transaction of its own
/// before long work and [#finish] in the work's last transaction (a second request meanwhile is
/// [Outcome.Running]). A node that dies leaves a lease that runs out; the next request starts anew,
/// and the dead one's `finish` would be refused.
public final class Idempotency {
    /// How long an answer is kept.
    public static final Duration KEPT = Duration.ofDays(7);

    /// The longest key accepted.
    public static final int LONGEST_KEY = 200;

    /// What a request with a key is.
    public sealed interface Outcome {
        /// The first of its kind, or the one after a failed or dead one: do it.
        record New(Claim claim) implements Outcome {}

        /// Done already: answer this again.
        record Replay(int status, String body) implements Outcome {}

        /// Being done right now: 409 with Retry-After.
        record Running(Duration retryAfter) implements Outcome {}

        /// The key was used for something else: 422.
        record OtherBody() implements Outcome {}
    }

    /// The right to finish a request.
    public record Claim(long userId, String key, long turn) {}

    private record Row(
            String sha256, boolean done, int status, String body, Instant leased, long turn) {}

    private final Clock clock;

    public Idempotency(Clock clock) {
        this.clock = clock;
    }

    /// Looks the key up and takes it when it is free.
    ///
    /// @param sha256 of what the request asks for, so that a key cannot be used twice for two
    ///   things
    /// @param lease how long the work may take before another may start it again
    public Outcome begin(Handle handle, long userId, String key, String sha256, Duration lease) {
        var now = clock.instant();
        var inserted =
                handle.createUpdate(
                                """
                                insert into trastienda.idempotencia
                                    (usuario_id, clave, sha256, estado, arrendada, vence)
                                values (:user, :key, :sha256, 'en_proceso', :leased, :expires)
                                on conflict (usuario_id, clave) do nothing
                                """)
                        .bind("user", userId)
                        .bind("key", key)
                        .bind("sha256", sha256)
                        .bind("leased", at(now.plus(lease)))
                        .bind("expires", at(now.plus(KEPT)))
                        .execute();
        if (inserted == 1) {
            return new Outcome.New(new Claim(userId, key, 1));
        }
        var rows = locked(handle, userId, key);
        if (rows.isEmpty()) {
            // given back between the two statements
            return new Outcome.Running(Duration.ofSeconds(1));
        }
        return existing(
                handle,
                new Claim(userId, key, rows.getFirst().turn),
                rows.getFirst(),
                sha256,
                lease);
    }

    /// Whether a request with this key was done, whatever it asked for.
    public boolean isDone(Handle handle, long userId, String key) {
        return handle.createQuery(
                        """
                        select exists (select 1 from trastienda.idempotencia
                            where usuario_id = :user and clave = :key and estado = 'hecha')
                        """)
                .bind("user", userId)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /// Lengthens the lease of work that goes on; false when another has taken it over.
    public boolean renew(Handle handle, Claim claim, Duration lease) {
        return handle.createUpdate(
                                """
                                update trastienda.idempotencia set arrendada = :leased
                                where usuario_id = :user and clave = :key and turno = :turn
                                    and estado = 'en_proceso'
                                """)
                        .bind("leased", at(clock.instant().plus(lease)))
                        .bindMethods(claim)
                        .bind("user", claim.userId)
                        .execute()
                == 1;
    }

    /// Keeps the answer, in the work's last transaction.
    ///
    /// @throws IllegalStateException when another has taken the request over: the transaction must
    ///   not commit
    public void finish(Handle handle, Claim claim, int status, String body) {
        var updated =
                handle.createUpdate(
                                """
                                update trastienda.idempotencia
                                set estado = 'hecha', codigo = :status, cuerpo = :body,
                                    vence = :expires
                                where usuario_id = :user and clave = :key and turno = :turn
                                    and estado = 'en_proceso'
                                """)
                        .bind("status", status)
                        .bind("body", body)
                        .bind("expires", at(clock.instant().plus(KEPT)))
                        .bindMethods(claim)
                        .bind("user", claim.userId)
                        .execute();
        if (updated != 1) {
            throw new IllegalStateException("the request was taken over by another try");
        }
    }

    /// Gives the key back after a failure: the next request with it starts anew.
    public void abandon(Handle handle, Claim claim) {
        handle.createUpdate(
                        """
                        delete from trastienda.idempotencia
                        where usuario_id = :user and clave = :key and turno = :turn
                            and estado = 'en_proceso'
                        """)
                .bindMethods(claim)
                .bind("user", claim.userId)
                .execute();
    }

    /// Forgets what is older than [#KEPT]; returns how many.
    public int forgetOld(Handle handle) {
        return handle.createUpdate("delete from trastienda.idempotencia where vence < :now")
                .bind("now", at(clock.instant()))
                .execute();
    }

    private Outcome existing(Handle handle, Claim claim, Row row, String sha256, Duration lease) {
        if (!row.sha256.equals(sha256)) {
            return new Outcome.OtherBody();
        }
        if (row.done) {
            return new Outcome.Replay(row.status, row.body);
        }
        var now = clock.instant();
        if (row.leased.isAfter(now)) {
            var left = Duration.between(now, row.leased);
            var soon = Duration.ofSeconds(2);
            return new Outcome.Running(left.compareTo(soon) < 0 ? Duration.ofSeconds(1) : soon);
        }
        handle.createUpdate(
                        """
                        update trastienda.idempotencia
                        set turno = turno + 1, arrendada = :leased, vence = :expires
                        where usuario_id = :user and clave = :key
                        """)
                .bind("leased", at(now.plus(lease)))
                .bind("expires", at(now.plus(KEPT)))
                .bind("user", claim.userId)
                .bind("key", claim.key)
                .execute();
        return new Outcome.New(new Claim(claim.userId, claim.key, claim.turn + 1));
    }

    private static List<Row> locked(Handle handle, long userId, String key) {
        return handle.createQuery(
                        """
                        select sha256, estado = 'hecha', coalesce(codigo, 0), coalesce(cuerpo, ''),
                            arrendada, turno
                        from trastienda.idempotencia
                        where usuario_id = :user and clave = :key
                        for update
                        """)
                .bind("user", userId)
                .bind("key", key)
                .map(
                        (row, context) ->
                                new Row(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        row.getInt(3),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant(),
                                        row.getLong(6)))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
