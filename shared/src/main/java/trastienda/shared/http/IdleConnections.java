package trastienda.shared.http;

import java.time.Duration;

/// How long a connection that carries nothing stays open. The client hangs up well before the
/// server: to write on one that the server is just hanging up looks like a server that is away.
public final class IdleConnections {
    /// The server hangs up.
    public static final Duration SERVER = Duration.ofSeconds(30);

    /// The client does.
    public static final Duration CLIENT = Duration.ofSeconds(20);

    private IdleConnections() {}
}
