package trastienda.server.ventas;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.EstadoVenta;

import java.util.EnumSet;
import java.util.Set;

/// What a principal may do with a sale now, by permission and state; the matrix of ARCHITECTURE.md.
final class Acciones {
    private Acciones() {}

    /// @param correctable whether the principal may correct the sale, as [VentaAuthority] says
    static Set<AccionVenta> of(
            Principal principal, Registro registro, boolean correctable, boolean somethingMasked) {
        var venta = registro.venta();
        var actions = EnumSet.noneOf(AccionVenta.class);
        if (correctable) {
            actions.add(AccionVenta.CORREGIR);
        }
        var me = principal.userId();
        var own = me != null && me.equals(venta.agenteId());
        var entered = me != null && me.equals(registro.registradaPor());
        var anyones = principal.may(Permiso.ARCHIVOS_SUBIR_CUALQUIERA);
        var uploads = principal.may(Permiso.ARCHIVOS_SUBIR);
        if (venta.confronta() == EstadoConfronta.NINGUNA) {
            if (anyones || (uploads && (own || entered))) {
                actions.add(AccionVenta.SUBIR);
            }
        } else {
            if (anyones || (uploads && own && open(venta.estadoVenta()))) {
                actions.add(AccionVenta.REEMPLAZAR);
            }
            if (principal.may(Permiso.ARCHIVOS_DESCARGAR)) {
                actions.add(AccionVenta.DESCARGAR);
            }
            if (principal.may(Permiso.ARCHIVOS_ELIMINAR)) {
                actions.add(AccionVenta.ELIMINAR);
            }
            if (principal.may(Permiso.ARCHIVOS_RESUBIR)) {
                actions.add(AccionVenta.RESUBIR);
            }
        }
        if (somethingMasked && principal.may(Permiso.VENTAS_VER_DATO)) {
            actions.add(AccionVenta.VER_DATO);
        }
        return actions;
    }

    private static boolean open(EstadoVenta estado) {
        return estado == EstadoVenta.PENDIENTE_REVISION || estado == EstadoVenta.DEVUELTA;
    }
}
