package trastienda.server.ventas;

import trastienda.server.platform.db.Tx;

import java.time.Instant;

/// Writes the seed's `confronta_*` columns of a sale, which speak of its current confronta. Telling
/// and auditing it is the caller's.
public interface VentaConfronta {
    /// A confronta that the object store holds. `url` is canonical and unsigned; `tipoArchivo` is
    /// short (at most 50 characters, the extension).
    record Stored(
            String objectName,
            String url,
            Instant subida,
            String nombreOriginal,
            String tipoArchivo) {}

    /// The current confronta is in the store, verified.
    void stored(Tx tx, long ventaId, Stored confronta);

    /// Whether the columns say already that the store holds this one.
    boolean isStored(Tx tx, long ventaId, String objectName);

    /// The current confronta waits for the store.
    void pending(Tx tx, long ventaId, String nombreOriginal, String tipoArchivo);

    /// The sale has no confronta any more.
    void removed(Tx tx, long ventaId);
}
