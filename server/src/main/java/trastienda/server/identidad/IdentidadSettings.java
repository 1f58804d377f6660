package trastienda.server.identidad;

import java.time.Duration;

/// How long tokens, sessions and locks last.
record IdentidadSettings(
        Duration access, Duration idle, Duration session, Duration lock, int failures) {
    /// As the contract says: 15 minutes, 30 minutes of the person's input, 12 hours; three failures
    /// lock for 15 minutes.
    static final IdentidadSettings CONTRACT =
            new IdentidadSettings(
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofMinutes(15),
                    3);
}
