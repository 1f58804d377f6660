package trastienda.server.platform.storage;

import trastienda.shared.confrontas.ArchivoLimits;

import java.util.Set;

/// How one use of the store keeps its files: the bucket's type (the variable and
/// `configuracion_minio.bucket_type` that name it) and its default name, the pattern of its keys,
/// the largest file in bytes, the extensions taken, and whether a file may wait in PostgreSQL while
/// the store is away.
public record StoragePolicy(
        String bucketType,
        String defaultBucket,
        String keyPattern,
        long maxBytes,
        Set<String> extensions,
        boolean pendingAllowed) {

    /// Files of sales (seed 000: `confrontas/venta_<numero>_confronta_<id>`).
    public static final StoragePolicy CONFRONTAS =
            new StoragePolicy(
                    "MINIO_BUCKET_NAME_TELEFONICA",
                    "telefonica-crea-online",
                    "confrontas/venta_{numero}_{tipo}_{id}",
                    ArchivoLimits.MAX_BYTES,
                    ArchivoLimits.TYPES.keySet(),
                    true);

    public StoragePolicy {
        extensions = Set.copyOf(extensions);
    }

    /// The object's key. Only what is safe in a key stays of a number that another program wrote.
    public String key(String numero, String tipo, long id) {
        return keyPattern
                .replace("{numero}", numero.replaceAll("[^A-Za-z0-9-]", "-"))
                .replace("{tipo}", tipo)
                .replace("{id}", Long.toString(id));
    }
}
