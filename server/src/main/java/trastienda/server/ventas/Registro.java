package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.VentaDetalle;

/// A sale as it is kept: nothing masked, no actions yet, and who entered it.
record Registro(VentaDetalle venta, @Nullable Long registradaPor) {}
