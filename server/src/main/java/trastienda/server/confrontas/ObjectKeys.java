package trastienda.server.confrontas;

import trastienda.server.platform.storage.StoragePolicy;
import trastienda.shared.confrontas.TipoArchivo;

/// Names of objects: `confrontas/venta_<numero>_confronta_<id>`, where the id is the file's own
/// (SYSTEMS.md 6). A number that another program wrote may hold anything; only what is safe in a
/// key stays of it.
final class ObjectKeys {
    private ObjectKeys() {}

    static String of(String numero, TipoArchivo tipo, long id) {
        return StoragePolicy.CONFRONTAS.key(numero, tipo.wire(), id);
    }
}
