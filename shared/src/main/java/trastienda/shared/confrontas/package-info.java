/// The files of a sale as they travel and the limits they obey. Start at `ArchivoVenta`.
@NullMarked
package trastienda.shared.confrontas;

import org.jspecify.annotations.NullMarked;
