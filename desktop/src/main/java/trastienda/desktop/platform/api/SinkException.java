package trastienda.desktop.platform.api;

import java.io.IOException;

/// The place where a download goes did not take it; the connection is fine.
final class SinkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException ours;

    SinkException(IOException ours) {
        super(ours);
        this.ours = ours;
    }

    IOException cause() {
        return ours;
    }
}
