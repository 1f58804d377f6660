package trastienda.server.identidad;

import java.time.Duration;

/// How long tokens, sessions and locks last.
record IdentidadSettings(
        Duration access,
        Duration idle,
        Duration session,
        Duration lock,
        int failures,
        int failuresFromAnAddress) {
    /// As the contract says: 15 minutes, 30 minutes of the person's input, 12 hours; three failures
    /// lock for 15 minutes. Fifty from one address, whatever the names, close it as long to names
    /// that never came in from there: a whole office may sit behind one address.
    static final IdentidadSettings CONTRACT =
            new IdentidadSettings(
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofMinutes(15),
                    3,
                    50);
}
