package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// A sale's fields, cleaned and checked: no separators, real dates, texts trimmed and short enough
/// for their columns. Only [VentaRules] makes one.
public record VentaLimpia(
        TipoDocumento tipoDocumento,
        String documento,
        @Nullable String documentoDv,
        LocalDate fechaExpedicion,
        String nombreCompleto,
        String telefonoLegalizacion,
        long planAdquiere,
        String numeroAPortar,
        int nip,
        LocalDate fechaEntrega,
        LocalDate fechaVentanaCambio,
        String numeroOrden,
        String baseOrigen,
        String usuarioGreta,
        String observacion) {
    /// The NIP as it is shown: five digits, zeros in front.
    public String nipTexto() {
        return VentaRules.nipTexto(nip);
    }
}
