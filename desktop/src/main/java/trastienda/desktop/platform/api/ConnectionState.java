package trastienda.desktop.platform.api;

import java.time.Instant;

/// Whether the server can be heard.
public sealed interface ConnectionState {
    /// It answers.
    record Online() implements ConnectionState {}

    /// It did until a moment ago; we are trying again.
    record Reconnecting() implements ConnectionState {}

    /// It has not answered for a while; what is on screen is as old as `since`.
    record Offline(Instant since) implements ConnectionState {}
}
