package trastienda.server.confrontas;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.db.Tx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The table `trastienda.confrontas_pendientes_trozos`: files that wait for the object store, in
/// pieces of 1 MiB, so that no more than one piece is ever in memory.
final class PendingChunks {
    /// Bytes in every piece but the last.
    static final int SIZE = 1 << 20;

    /// Any number will do as long as nothing else locks it.
    private static final long QUOTA_LOCK = 0x7472_6f7a_6f73L;

    /// Bytes waiting now. One writer at a time asks, until its transaction ends, so that two cannot
    /// pass the quota together.
    long waiting(Tx tx) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", QUOTA_LOCK)
                .mapTo(String.class)
                .one();
        return tx.handle()
                .createQuery(
                        """
                        select coalesce(sum(tamano), 0) from trastienda.confrontas
                        where estado = 'por_subir'
                        """)
                .mapTo(long.class)
                .one();
    }

    void write(Tx tx, long id, InputStream in) throws IOException {
        remove(tx, id);
        var number = 0;
        for (var piece = in.readNBytes(SIZE); piece.length > 0; piece = in.readNBytes(SIZE)) {
            tx.handle()
                    .createUpdate(
                            """
                            insert into trastienda.confrontas_pendientes_trozos
                                (confronta_id, n, bytes)
                            values (:id, :n, :bytes)
                            """)
                    .bind("id", id)
                    .bind("n", number++)
                    .bind("bytes", piece)
                    .execute();
        }
    }

    Optional<byte[]> read(Handle handle, long id, int number) {
        return handle.createQuery(
                        """
                        select bytes from trastienda.confrontas_pendientes_trozos
                        where confronta_id = :id and n = :n
                        """)
                .bind("id", id)
                .bind("n", number)
                .map((set, context) -> set.getBytes("bytes"))
                .findOne();
    }

    void remove(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        delete from trastienda.confrontas_pendientes_trozos
                        where confronta_id = :id
                        """)
                .bind("id", id)
                .execute();
    }
}
