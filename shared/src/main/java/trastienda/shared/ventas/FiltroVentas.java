package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What the list of sales is narrowed to and sorted by. Dates are of creation, inclusive, on the
/// Bogota calendar; `ordering` is a column of [#ORDERINGS], with `-` in front for descending.
public record FiltroVentas(
        @Nullable String q,
        @Nullable EstadoVenta estado,
        @Nullable Long agente,
        @Nullable Long plan,
        @Nullable LocalDate fechaDesde,
        @Nullable LocalDate fechaHasta,
        @Nullable Boolean conConfronta,
        @Nullable Boolean porSubir,
        String ordering) {
    /// The columns a list can be sorted by.
    public static final List<String> ORDERINGS =
            List.of(
                    "fecha_creacion",
                    "numero",
                    "nombre_completo",
                    "estado_venta",
                    "fecha_ventana_cambio",
                    "plan_nombre",
                    "agente");

    /// Newest first.
    public static final String DEFAULT_ORDERING = "-fecha_creacion";

    /// Everything, newest first.
    public static FiltroVentas all() {
        return new FiltroVentas(null, null, null, null, null, null, null, null, DEFAULT_ORDERING);
    }
}
