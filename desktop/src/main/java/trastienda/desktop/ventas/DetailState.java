package trastienda.desktop.ventas;

import trastienda.shared.ventas.VentaDetalle;

/// What the detail shows.
sealed interface DetailState {
    /// No sale is chosen.
    record None() implements DetailState {}

    /// It is on its way.
    record Loading() implements DetailState {}

    /// The sale.
    record Shown(VentaDetalle venta) implements DetailState {}

    /// It did not come.
    record Failed(Exception cause) implements DetailState {}
}
