/// The files of a sale as they travel on `/api/v1/ventas/{id}/archivos/`, their states, and the
/// limits of size and type that the desktop checks before it sends and the server once more. Start
/// at `ArchivoVenta` and `ArchivoLimits`.
@NullMarked
package trastienda.shared.confrontas;

import org.jspecify.annotations.NullMarked;
