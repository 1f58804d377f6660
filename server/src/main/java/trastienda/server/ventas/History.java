package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.auditoria.AuditTrail;
import trastienda.server.platform.auth.Principal;
import trastienda.shared.ventas.CambioCampo;
import trastienda.shared.ventas.CambioVenta;

import java.util.List;

/// What was done to a sale and its files, newest first, for whoever sees the sale.
final class History {
    private static final int MOST = 500;

    private final VentaAccess access;
    private final AuditTrail trail;

    History(VentaAccess access, AuditTrail trail) {
        this.access = access;
        this.trail = trail;
    }

    /// The newest 500 entries.
    List<CambioVenta> of(Principal principal, long id) {
        var venta = access.require(principal, id);
        return trail.newest(venta.ref(), MOST).stream().map(History::entry).toList();
    }

    private static CambioVenta entry(AuditTrail.Row row) {
        var changes =
                row.cambios().stream()
                        .map(
                                change ->
                                        new CambioCampo(
                                                change.campo(),
                                                forTheEye(change.campo(), change.de()),
                                                forTheEye(change.campo(), change.a())))
                        .toList();
        return new CambioVenta(
                row.id(),
                row.cuando(),
                row.usuarioId(),
                row.quien(),
                row.accion(),
                changes,
                row.motivo());
    }

    /// Without the keyed hash that the audit keeps beside a masked value.
    private static @Nullable String forTheEye(String campo, @Nullable String value) {
        var at = value == null ? -1 : value.lastIndexOf('#');
        return value == null || at < 0 || !Correction.SENSITIVE.contains(campo)
                ? value
                : value.substring(0, at);
    }
}
