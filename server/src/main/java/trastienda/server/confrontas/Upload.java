package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.TipoArchivo;

/// What a request says of the file it brings: for which sale, as what, its own name, the bytes it
/// announces (−1: it does not say), the checksum it claims, and its idempotency key.
record Upload(
        long ventaId,
        TipoArchivo tipo,
        CleanName name,
        long announced,
        @Nullable String sha256,
        @Nullable ClientKey key) {
    /// The field that problems name.
    String campo() {
        return tipo.wire();
    }
}
