package trastienda.desktop.platform.fx;

import javafx.application.Platform;

/// The toolkit's thread.
public final class Fx {
    private Fx() {}

    /// Runs it at once when this is the FX thread, else as soon as that thread is free.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs it on the FX thread after what is under way there now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
