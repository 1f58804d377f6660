package trastienda.server.ventas;

import trastienda.server.platform.db.Database;

/// Wires the sales.
public final class VentasFeature {
    private final VentaAccess access;
    private final VentaConfronta confronta;

    public VentasFeature(Database database) {
        var repository = new AccessRepository();
        access = new DatabaseVentaAccess(database, repository);
        confronta = repository;
    }

    /// Whether a principal sees a sale.
    public VentaAccess access() {
        return access;
    }

    /// The sale's confronta columns.
    public VentaConfronta confronta() {
        return confronta;
    }
}
