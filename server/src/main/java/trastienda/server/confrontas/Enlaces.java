package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Tx;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Links of our own (X8b): unlike an address of the store they are counted, can be revoked, and end
/// with the access of who had them made. Only the hash of a link's token is kept.
final class Enlaces {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;
    private static final Duration KEPT_AFTER = Duration.ofDays(30);

    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    Enlaces(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A new link to a file.
    ///
    /// @return its token, which is nowhere else
    String issue(Actor actor, FileRow row, Instant expiry) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ledger.database().run(actor, tx -> insert(tx, row, hash(token), expiry));
        LOG.info("own link {} expires={}", row.place().objeto(), expiry);
        return token;
    }

    private void insert(Tx tx, FileRow row, String hash, Instant expiry) {
        tx.handle()
                .createUpdate(
                        """
                        insert into trastienda.enlaces
                            (token_sha256, confronta_id, creado, vence, usuario_id, usuario)
                        values (:hash, :confronta, :now, :vence, :usuarioId, :usuario)
                        """)
                .bind("hash", hash)
                .bind("confronta", row.id())
                .bind("now", ConfrontasRepository.at(ledger.now()))
                .bind("vence", ConfrontasRepository.at(expiry))
                .bind("usuarioId", tx.actor().principal().userId())
                .bind("usuario", tx.actor().principal().name())
                .execute();
    }

    /// The file behind a token, counted; empty for one that is unknown, expired or revoked, or
    /// whose maker was shut out since, be it a person or a program with a key.
    Optional<FileRow> use(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx ->
                                tx.handle()
                                        .createQuery(
                                                """
                                                update trastienda.enlaces
                                                set usos = usos + 1, ultimo_uso = :now
                                                where token_sha256 = :hash and vence > :now
                                                  and revocado is null
                                                  and trastienda.conserva_acceso(
                                                      usuario_id, usuario, creado)
                                                returning confronta_id
                                                """)
                                        .bind("hash", hash(token))
                                        .bind("now", ConfrontasRepository.at(ledger.now()))
                                        .mapTo(Long.class)
                                        .findOne()
                                        .flatMap(id -> ledger.rows().byId(tx.handle(), id)));
    }

    /// Ends a link before its time; false when there is none to end.
    boolean revoke(Actor actor, String token) {
        return ledger.database()
                .write(
                        actor,
                        tx -> {
                            var file =
                                    tx.handle()
                                            .createQuery(
                                                    """
                                                    update trastienda.enlaces
                                                    set revocado = :now, revocado_por = :who
                                                    where token_sha256 = :hash
                                                      and revocado is null
                                                    returning confronta_id
                                                    """)
                                            .bind("hash", hash(token))
                                            .bind("who", actor.principal().name())
                                            .bind("now", ConfrontasRepository.at(ledger.now()))
                                            .mapTo(Long.class)
                                            .findOne();
                            file.flatMap(id -> ledger.rows().byId(tx.handle(), id))
                                    .ifPresent(row -> audit(tx, row));
                            return file.isPresent();
                        });
    }

    private static void audit(Tx tx, FileRow row) {
        tx.audit(
                new AuditEntry(
                        "confrontas.enlace_revocado",
                        row.ref(),
                        List.of(new Change("archivo", String.valueOf(row.id()), null)),
                        null));
    }

    /// Forgets links that expired a month ago.
    int forget() {
        var before = ConfrontasRepository.at(ledger.now().minus(KEPT_AFTER));
        return ledger.database()
                .write(
                        Actor.SYSTEM,
                        tx ->
                                tx.handle()
                                        .createUpdate(
                                                """
                                                delete from trastienda.enlaces
                                                where vence < :before
                                                """)
                                        .bind("before", before)
                                        .execute());
    }

    private static String hash(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Receiver.sha256().digest(bytes));
    }
}
