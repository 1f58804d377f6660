package trastienda.server.confrontas;

import static trastienda.server.confrontas.ConfrontasRepository.at;

import trastienda.server.platform.db.Tx;

import java.time.Instant;
import java.util.Optional;

/// Links of ours as they are kept: never the token, but its SHA-256.
final class EnlacesRepository {
    void insert(Tx tx, long fileId, String hash, Instant now, Instant expiry) {
        tx.handle()
                .createUpdate(
                        """
                        insert into trastienda.enlaces
                            (token_sha256, confronta_id, creado, vence, usuario_id, usuario)
                        values (:hash, :confronta, :now, :vence, :usuarioId, :usuario)
                        """)
                .bind("hash", hash)
                .bind("confronta", fileId)
                .bind("now", at(now))
                .bind("vence", at(expiry))
                .bind("usuarioId", tx.actor().principal().userId())
                .bind("usuario", tx.actor().principal().name())
                .execute();
    }

    /// Counts a use of a link that holds; the file's id.
    Optional<Long> use(Tx tx, String hash, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.enlaces
                        set usos = usos + 1, ultimo_uso = :now
                        where token_sha256 = :hash and vence > :now and revocado is null
                          and trastienda.conserva_acceso(usuario_id, usuario, creado)
                        returning confronta_id
                        """)
                .bind("hash", hash)
                .bind("now", at(now))
                .mapTo(Long.class)
                .findOne();
    }

    /// Ends a link that was not ended; the file's id.
    Optional<Long> revoke(Tx tx, String hash, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.enlaces
                        set revocado = :now, revocado_por = :who
                        where token_sha256 = :hash and revocado is null
                        returning confronta_id
                        """)
                .bind("hash", hash)
                .bind("who", tx.actor().principal().name())
                .bind("now", at(now))
                .mapTo(Long.class)
                .findOne();
    }

    /// Forgets links that expired before; how many.
    int forget(Tx tx, Instant before) {
        return tx.handle()
                .createUpdate("delete from trastienda.enlaces where vence < :before")
                .bind("before", at(before))
                .execute();
    }
}
