package trastienda.desktop;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.FxBackground;

/// The JavaFX application: one window.
public final class DesktopApp extends Application {
    private @Nullable Desktop desktop;

    /// For the launcher.
    public DesktopApp() {}

    @Override
    public void start(Stage stage) {
        var made =
                new Desktop(
                        Main.folder(),
                        System.getenv(),
                        new FxBackground(),
                        new SystemViewer(getHostServices()));
        desktop = made;
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> made.unexpected(cause));
        made.show(stage);
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
