package trastienda.server.auditoria;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Database;

import java.time.Instant;
import java.util.List;

/// Reads what was done to one object, newest first. It checks no permission: who may see the object
/// may see its history, and the feature that owns the object knows that.
public final class AuditTrail {
    /// One line of the audit. `quien` is what was written then and never changes; `nombre` how that
    /// person is called today, null for who is no person or has no name. Sensitive values in
    /// `cambios` are masked.
    public record Row(
            long id,
            Instant cuando,
            @Nullable Long usuarioId,
            String quien,
            @Nullable String nombre,
            @Nullable String direccion,
            String accion,
            String objeto,
            List<AuditEntry.Change> cambios,
            @Nullable String motivo) {}

    private final AuditoriaRepository repository = new AuditoriaRepository();
    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /// The newest lines of an object (`venta:12`).
    ///
    /// @param most how many at most
    public List<Row> newest(String object, int most) {
        return before(object, Long.MAX_VALUE, most);
    }

    /// The lines before the one with that id: the next page.
    public List<Row> before(String object, long id, int most) {
        return database.read(handle -> repository.ofObject(handle, object, id, most));
    }
}
