/// The files of a sale, first without a window, then as a person sees them.
@NullMarked
package trastienda.desktop.confrontas;

import org.jspecify.annotations.NullMarked;
