package trastienda.server.confrontas;

import static trastienda.server.confrontas.ConfrontasRepository.COLUMNS;
import static trastienda.server.confrontas.ConfrontasRepository.ROW;
import static trastienda.server.confrontas.ConfrontasRepository.at;

import trastienda.server.platform.db.Tx;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Who works on which file: claims on intents and on what waits, held by signs of life in the rows
/// themselves, so that any node may go on where another died.
final class ClaimsRepository {
    /// Takes over work that gave no sign of life since `silentSince`; false when someone else did.
    boolean takeOver(Tx tx, long id, Instant silentSince, Instant now) {
        return tx.handle()
                        .createUpdate(
                                """
                                update trastienda.confrontas
                                set estado = 'subiendo', latido = :now, ultimo_error = null
                                where id = :id and respuesta is null and not borrar_objeto
                                  and (estado = 'fallido'
                                       or (estado = 'subiendo' and latido < :silent))
                                """)
                        .bind("id", id)
                        .bind("silent", at(silentSince))
                        .bind("now", at(now))
                        .execute()
                == 1;
    }

    /// One intent that gave no sign of life, claimed by this call.
    Optional<FileRow> claimSilent(Tx tx, Instant silentSince, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.confrontas set latido = :now
                        where id = (
                            select id from trastienda.confrontas
                            where estado = 'subiendo' and latido < :silent
                            order by latido limit 1 for update skip locked)
                        returning
                        """
                                + COLUMNS)
                .bind("silent", at(silentSince))
                .bind("now", at(now))
                .map(ROW)
                .findOne();
    }

    /// Signs of life of what this node works on.
    void alive(Tx tx, Collection<Long> ids, Instant now) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set latido = :now
                        where id = any(:ids) and latido < :now
                        """)
                .bind("now", at(now))
                .bindArray("ids", Long.class, ids.toArray())
                .execute();
    }

    /// Gives up the claim on an intent, so that it is settled soon.
    void letGo(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set latido = 'epoch'
                        where id = :id and estado = 'subiendo'
                        """)
                .bind("id", id)
                .execute();
    }

    /// One waiting file whose time has come, claimed by this call for as long as it shows signs of
    /// life.
    Optional<FileRow> claimDue(Tx tx, Instant silentSince, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.confrontas
                        set latido = :now, intentos = intentos + 1
                        where id = (
                            select id from trastienda.confrontas
                            where estado = 'por_subir' and proximo_intento <= :now
                              and latido < :silent
                            order by proximo_intento limit 1 for update skip locked)
                        returning
                        """
                                + COLUMNS)
                .bind("now", at(now))
                .bind("silent", at(silentSince))
                .map(ROW)
                .findOne();
    }

    /// The same for one file, whenever its time is; empty when someone sends it just now.
    Optional<FileRow> claimWaiting(Tx tx, long id, Instant silentSince, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.confrontas
                        set latido = :now, intentos = intentos + 1
                        where id = :id and estado = 'por_subir' and latido < :silent
                        returning
                        """
                                + COLUMNS)
                .bind("id", id)
                .bind("now", at(now))
                .bind("silent", at(silentSince))
                .map(ROW)
                .findOne();
    }

    /// The store did not take it this time either.
    void tryAgain(Tx tx, long id, Instant next, String error) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas
                        set proximo_intento = :next, ultimo_error = :error, latido = 'epoch'
                        where id = :id and estado = 'por_subir'
                        """)
                .bind("id", id)
                .bind("next", at(next))
                .bind("error", error)
                .execute();
    }

    /// The store is back: everything that waits and that nobody sends just now may go.
    int hurry(Tx tx, Instant silentSince, Instant now) {
        return tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set proximo_intento = :now
                        where estado = 'por_subir' and proximo_intento > :now and latido < :silent
                        """)
                .bind("now", at(now))
                .bind("silent", at(silentSince))
                .execute();
    }
}
