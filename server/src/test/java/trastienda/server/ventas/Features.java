package trastienda.server.ventas;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.db.Databases;

import java.time.Clock;

/// The sales wired for tests without a server around them.
final class Features {
    private Features() {}

    static VentasFeature ventas(Databases databases, Clock clock) {
        var auditoria = new AuditoriaFeature(databases.main(), databases.jobs());
        return new VentasFeature(databases.main(), auditoria.trail(), clock);
    }
}
