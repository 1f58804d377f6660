package trastienda.desktop.platform.api;

import java.io.IOException;

/// The server speaks a protocol this program does not: it must be updated, or we must.
public final class WrongVersionException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean serverTooOld;

    WrongVersionException(boolean serverTooOld, String spoken) {
        super("the server speaks " + spoken);
        this.serverTooOld = serverTooOld;
    }

    /// The server is older than we understand; otherwise newer.
    public boolean serverTooOld() {
        return serverTooOld;
    }
}
