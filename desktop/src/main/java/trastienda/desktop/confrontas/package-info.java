/// The files of a sale: dropping, sending, looking at, fetching, replacing and deleting them, and
/// *Archivos en curso*. What travels goes through the journal of `platform.transfer`, which
/// outlives a crash. Routes: `/api/v1/ventas/{id}/archivos/…`. Start at `ConfrontasFeature`.
@NullMarked
package trastienda.desktop.confrontas;

import org.jspecify.annotations.NullMarked;
