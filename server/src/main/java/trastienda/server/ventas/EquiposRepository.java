package trastienda.server.ventas;

import trastienda.server.platform.db.Database;

import java.util.Set;

/// Teams and who leads them.
public final class EquiposRepository {
    private final Database database;

    public EquiposRepository(Database database) {
        this.database = database;
    }

    /// The teams that a person supervises.
    public Set<Long> supervisedBy(long userId) {
        return database.read(
                handle ->
                        Set.copyOf(
                                handle.createQuery(
                                                """
                                                select equipo_id from trastienda.equipo_supervisores
                                                where user_id = :user
                                                """)
                                        .bind("user", userId)
                                        .mapTo(Long.class)
                                        .list()));
    }
}
