package trastienda.server.confrontas;

import trastienda.server.platform.db.Tx;

/// Files and objects that lost one another.
final class LostFiles {
    private LostFiles() {}

    /// The store lost the object of a file that it had.
    static void lost(Tx tx, long id, String error) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas
                        set estado = 'fallido', vigente = false, ultimo_error = :error
                        where id = :id and estado = 'guardado'
                        """)
                .bind("id", id)
                .bind("error", error)
                .execute();
    }

    /// Its object, which was put after it had been given up or deleted, is to go.
    static void removeLater(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set borrar_objeto = true
                        where id = :id and estado in ('eliminado', 'fallido')
                        """)
                .bind("id", id)
                .execute();
    }
}
