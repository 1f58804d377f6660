package trastienda.desktop.ventas;

import trastienda.shared.ventas.VentaDetalle;

/// Where the form stands.
sealed interface FormState {
    /// The person types.
    record Editing() implements FormState {}

    /// It is on its way; the fields are locked.
    record Saving() implements FormState {}

    /// The server took it.
    record Saved(VentaDetalle venta) implements FormState {}

    /// Somebody changed the sale meanwhile: what was typed stays, this is what it says now.
    record Stale(VentaDetalle actual) implements FormState {
        /// What it says now in a field.
        String text(Campo campo) {
            return VentaFields.texts(VentaFields.of(actual)).getOrDefault(campo, "");
        }
    }

    /// The server did not take it, or did not answer; the fields' errors are at the fields.
    record Failed(Exception cause) implements FormState {}
}
