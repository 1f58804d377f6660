/// The files of a sale: the confronta's way in (temporary file, intent, put, verify, commit), what
/// waits for the object store in PostgreSQL, the way out (temporary addresses, our own links,
/// streams), the file history, deleting. Routes: `/api/v1/ventas/{id}/archivos/…`,
/// `/telefonica/venta/…`, `/api/v1/enlaces/…`. Start at `ConfrontasFeature`, then `Uploads`.
@NullMarked
package trastienda.server.confrontas;

import org.jspecify.annotations.NullMarked;
