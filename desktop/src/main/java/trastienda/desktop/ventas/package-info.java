/// The place *Ventas*: the list of sales, the detail of one, and the form that registers or
/// corrects it. Routes: `/api/v1/ventas/…`. The files of a sale are the feature `confrontas`' and
/// come in through `VentaFiles`. Start at `VentasFeature`.
@NullMarked
package trastienda.desktop.ventas;

import org.jspecify.annotations.NullMarked;
