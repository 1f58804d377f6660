package trastienda.desktop;

import javafx.application.Application;

import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.fx.Beside;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.settings.DataFolder;

import java.nio.file.Path;

/// Starts the desktop. The folder of its log files is set before anything logs; the log is made
/// ready beside JavaFX, which takes as long.
public final class Main {
    /// There is no screen to open a window on: EX_UNAVAILABLE of sysexits.h.
    private static final int NO_SCREEN = 69;

    private Main() {}

    /// Opens the window and ends the process when it was closed.
    public static void main(String[] arguments) {
        System.setProperty("trastienda.logs", folder().resolve("logs").toString());
        Beside.start("log", () -> LoggerFactory.getLogger(Main.class));
        try {
            Application.launch(DesktopApp.class, arguments);
        } catch (UnsupportedOperationException refused) {
            var why = String.valueOf(refused.getMessage());
            if (!why.contains("DISPLAY")) {
                throw refused;
            }
            System.err.println(Text.now("inicio.sin_pantalla", why));
            System.exit(NO_SCREEN);
        }
        System.exit(0);
    }

    static Path folder() {
        return DataFolder.of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }
}
