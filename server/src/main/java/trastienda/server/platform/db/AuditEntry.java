package trastienda.server.platform.db;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One line of the audit: what was done to which object. Who, when and from where come from the
/// unit of work. `objeto` is `venta:12`; `accion` is `ventas.registrar`; sensitive values arrive
/// here already masked.
public record AuditEntry(
        String accion, String objeto, List<Change> cambios, @Nullable String motivo) {
    /// One field, before and after.
    public record Change(String campo, @Nullable String de, @Nullable String a) {}

    /// An entry without changes.
    public static AuditEntry of(String accion, String objeto) {
        return new AuditEntry(accion, objeto, List.of(), null);
    }
}
