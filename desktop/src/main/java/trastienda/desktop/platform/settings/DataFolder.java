package trastienda.desktop.platform.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the desktop keeps its files: `TRASTIENDA_DESKTOP_DATA`, else the system's place for
/// applications' data.
public final class DataFolder {
    private DataFolder() {}

    /// The folder; it need not exist yet.
    public static Path of(Map<String, String> environment, String os, Path home) {
        var named = variable(environment, "TRASTIENDA_DESKTOP_DATA");
        if (named.isPresent()) {
            return Path.of(named.get()).toAbsolutePath();
        }
        var system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return variable(environment, "LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Trastienda");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Trastienda");
        }
        return variable(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("trastienda");
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
