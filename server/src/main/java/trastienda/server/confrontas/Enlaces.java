package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Tx;
import trastienda.shared.hash.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
    private final EnlacesRepository links = new EnlacesRepository();
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
        ledger.database()
                .run(actor, tx -> links.insert(tx, row.id(), hash(token), ledger.now(), expiry));
        LOG.info("own link {} expires={}", row.place().objeto(), expiry);
        return token;
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
                                links.use(tx, hash(token), ledger.now())
                                        .flatMap(id -> ledger.rows().byId(tx.handle(), id)));
    }

    /// Ends a link before its time; false when there is none to end.
    boolean revoke(Actor actor, String token) {
        return ledger.database()
                .write(
                        actor,
                        tx -> {
                            var file = links.revoke(tx, hash(token), ledger.now());
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
        var before = ledger.now().minus(KEPT_AFTER);
        return ledger.database().write(Actor.SYSTEM, tx -> links.forget(tx, before));
    }

    private static String hash(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
