package trastienda.desktop;

import javafx.application.Application;

import trastienda.desktop.platform.settings.DataFolder;

import java.nio.file.Path;

/// Starts the desktop. The folder of its log files is set before anything logs.
public final class Main {
    private Main() {}

    /// Opens the window and returns when it was closed.
    public static void main(String[] arguments) {
        System.setProperty("trastienda.logs", folder().resolve("logs").toString());
        Application.launch(DesktopApp.class, arguments);
        System.exit(0);
    }

    static Path folder() {
        return DataFolder.of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }
}
