/// The files of a sale: dropping, sending, looking at, fetching, replacing and deleting them, and
/// *Archivos en curso*. Routes: `/api/v1/ventas/{id}/archivos/…`. Start at `ConfrontasFeature`.
@NullMarked
package trastienda.desktop.confrontas;

import org.jspecify.annotations.NullMarked;
