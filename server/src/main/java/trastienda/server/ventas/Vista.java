package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaDetalle;

/// A sale as one principal sees it.
final class Vista {
    private Vista() {}

    /// The sale with what may not be seen masked, and what the principal may do with it.
    static VentaDetalle of(Principal principal, Registro registro, boolean correctable) {
        var v = registro.venta();
        var open = Masking.open(principal, v.agenteId());
        var nipOpen = open && !digitada(v);
        var nip = erased(v) || v.nip() == null ? null : nipOpen ? v.nip() : Masking.nip();
        var somethingMasked = !open || (nip != null && !nipOpen);
        return new VentaDetalle(
                v.id(),
                v.numero(),
                v.estadoVenta(),
                v.estadoLogistica(),
                v.estadoPortabilidad(),
                v.tipoDocumento(),
                shown(open, v.documento()),
                open || v.documentoDv() == null ? v.documentoDv() : "•",
                v.fechaExpedicion(),
                v.nombreCompleto(),
                shown(open, v.telefonoLegalizacion()),
                v.planAdquiere(),
                v.plan(),
                shown(open, v.numeroAPortar()),
                nip,
                v.fechaEntrega(),
                v.fechaVentanaCambio(),
                v.numeroOrden(),
                v.baseOrigen(),
                v.usuarioGreta(),
                v.observacion(),
                v.agenteId(),
                v.agenteNombre(),
                v.backofficeId(),
                v.backofficeNombre(),
                v.fechaCreacion(),
                v.fechaActualizacion(),
                v.confronta(),
                v.confrontaMinioUrl(),
                v.confrontaMinioObjectName(),
                v.confrontaSubidoAMinio(),
                v.confrontaFechaSubidaMinio(),
                v.confrontaNombreOriginal(),
                v.confrontaTipoArchivo(),
                v.motivoDevolucion(),
                v.camposPorCorregir(),
                Acciones.of(principal, registro, correctable, somethingMasked),
                v.advertencias(),
                somethingMasked,
                v.version());
    }

    /// Once ported nobody needs the NIP any more.
    static boolean erased(VentaDetalle venta) {
        return venta.estadoPortabilidad() == EstadoPortabilidad.PORTADA;
    }

    /// Once digitada the NIP was used.
    private static boolean digitada(VentaDetalle venta) {
        return venta.estadoVenta() == EstadoVenta.DIGITADA
                || venta.estadoVenta() == EstadoVenta.COMPLETADA;
    }

    private static String shown(boolean open, @Nullable String value) {
        var text = value == null ? "" : value;
        return open ? text : Masking.mask(text);
    }
}
