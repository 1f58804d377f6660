package trastienda.desktop.platform.transfer;

import java.time.Instant;

/// A file on its way. `key` makes the server take it once however often it is sent.
public record Transfer(
        String id,
        String key,
        Target target,
        String name,
        long size,
        String sha256,
        Instant created,
        TransferState state) {
    Transfer with(TransferState next) {
        return new Transfer(id, key, target, name, size, sha256, created, next);
    }
}
