package trastienda.desktop.confrontas;

import java.io.Serial;

/// No program of this computer opens a file.
final class NobodyOpens extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String name;

    NobodyOpens(String name, Exception cause) {
        super(cause);
        this.name = name;
    }

    /// The file's name.
    String name() {
        return name;
    }
}
