/// The place *Ventas*, first without a window, then as a person sees it.
@NullMarked
package trastienda.desktop.ventas;

import org.jspecify.annotations.NullMarked;
