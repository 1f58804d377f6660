package trastienda.desktop.confrontas;

import java.io.IOException;
import java.nio.file.Path;

/// The system's program for a file.
@FunctionalInterface
public interface Viewer {
    /// Has it shown; called off the FX thread.
    ///
    /// @throws IOException when no program of this computer opens it
    void show(Path file) throws IOException;
}
