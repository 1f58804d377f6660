package trastienda.shared.ventas;

import trastienda.shared.problem.FieldError;

import java.util.List;

/// What the rules say of a sale's data. Warnings let it go on and are kept with the sale.
public sealed interface RevisionVenta {
    /// What looks odd but may be right.
    List<FieldError> advertencias();

    /// Every field is right.
    record Valida(VentaLimpia venta, List<FieldError> advertencias) implements RevisionVenta {}

    /// At least one field is wrong; all that are, are named.
    record Invalida(List<FieldError> errores, List<FieldError> advertencias)
            implements RevisionVenta {}
}
