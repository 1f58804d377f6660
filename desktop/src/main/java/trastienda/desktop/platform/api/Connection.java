package trastienda.desktop.platform.api;

import java.time.Instant;

/// How we stand with the server.
public sealed interface Connection {
    /// It answers and tells us what happens.
    record Online() implements Connection {}

    /// It was there a moment ago and we are trying again.
    record Reconnecting() implements Connection {}

    /// It has not answered since then.
    record Offline(Instant since) implements Connection {}
}
