package trastienda.server.ventas;

import trastienda.shared.text.SharedText;
import trastienda.shared.ventas.VentaDetalle;

import java.util.Locale;

/// A sale whose warnings say what they mean in the caller's language.
public final class Worded {
    private Worded() {}

    public static VentaDetalle of(VentaDetalle v, Locale locale) {
        if (v.advertencias().isEmpty()) {
            return v;
        }
        var warnings =
                v.advertencias().stream()
                        .map(warning -> warning.withMensaje(SharedText.of(locale, warning)))
                        .toList();
        return new VentaDetalle(
                v.id(),
                v.numero(),
                v.estadoVenta(),
                v.estadoLogistica(),
                v.estadoPortabilidad(),
                v.tipoDocumento(),
                v.documento(),
                v.documentoDv(),
                v.fechaExpedicion(),
                v.nombreCompleto(),
                v.telefonoLegalizacion(),
                v.planAdquiere(),
                v.plan(),
                v.numeroAPortar(),
                v.nip(),
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
                v.acciones(),
                warnings,
                v.enmascarada(),
                v.version());
    }
}
