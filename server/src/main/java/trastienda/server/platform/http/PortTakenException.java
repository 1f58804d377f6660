package trastienda.server.platform.http;

/// Another program listens on the port, or this one may not.
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super(
                "TRASTIENDA_PORT: cannot listen on "
                        + host
                        + ":"
                        + port
                        + ", it is taken or not allowed",
                cause);
    }
}
