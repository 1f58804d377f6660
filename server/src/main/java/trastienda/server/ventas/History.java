package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.auditoria.AuditTrail;
import trastienda.server.platform.auth.Principal;
import trastienda.shared.ventas.CambioCampo;
import trastienda.shared.ventas.CambioVenta;

import java.util.List;
import java.util.Set;

/// What was done to a sale and its files, newest first, for whoever sees the sale.
final class History {
    private static final int MOST = 500;

    /// What a history tells: the fields of the form, the three states, why a sale came back, and
    /// the name and type of a file. Whatever else the audit keeps (keys of objects, checksums, our
    /// own columns) is not for the office.
    private static final Set<String> SHOWN =
            Set.of(
                    "tipo_documento",
                    "documento",
                    "documento_dv",
                    "fecha_expedicion",
                    "nombre_completo",
                    "telefono_legalizacion",
                    "plan_adquiere",
                    "plan_nombre",
                    "plan_cfm",
                    "numero_a_portar",
                    "nip",
                    "fecha_entrega",
                    "fecha_ventana_cambio",
                    "numero_orden",
                    "base_origen",
                    "usuario_greta",
                    "observacion",
                    "estado_venta",
                    "estado_logistica",
                    "estado_portabilidad",
                    "motivo_devolucion",
                    "nombre",
                    "tipo");

    private final VentaAccess access;
    private final AuditTrail trail;

    History(VentaAccess access, AuditTrail trail) {
        this.access = access;
        this.trail = trail;
    }

    /// Whether the sale exists for this person.
    boolean isSeen(Principal principal, long id) {
        return access.require(principal, id).id() > 0;
    }

    /// The newest 500 entries.
    List<CambioVenta> of(Principal principal, long id) {
        var venta = access.require(principal, id);
        return trail.newest(venta.ref(), MOST).stream().map(History::entry).toList();
    }

    private static CambioVenta entry(AuditTrail.Row row) {
        var changes =
                row.cambios().stream()
                        .filter(change -> SHOWN.contains(change.campo()))
                        .map(
                                change ->
                                        new CambioCampo(
                                                change.campo(),
                                                forTheEye(change.campo(), change.de()),
                                                forTheEye(change.campo(), change.a())))
                        .toList();
        var name = row.nombre();
        return new CambioVenta(
                row.id(),
                row.cuando(),
                row.usuarioId(),
                name == null ? row.quien() : name,
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
