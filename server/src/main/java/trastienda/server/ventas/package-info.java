/// The sales: list, detail, registering and correcting, their history and their plans; routes
/// `/api/v1/ventas/…` and `/api/v1/planes/`. Other features come in through `VentaAccess` (may this
/// principal see that sale), `Ventas` (register, correct, detail) and `VentaConfronta` (the sale's
/// confronta columns). Start at `VentasFeature`.
@NullMarked
package trastienda.server.ventas;

import org.jspecify.annotations.NullMarked;
