package trastienda.desktop.platform.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

import trastienda.desktop.platform.fx.Background;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Names and values in `settings.json`; written half a second after the last change, as a whole
/// file that replaces the old one. A file that cannot be read starts empty. Touched on the FX
/// thread.
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Path file;
    private final Background background;
    private final Map<String, String> values;
    private Background.Running pending = () -> {};

    private Settings(Path file, Background background, Map<String, String> values) {
        this.file = file;
        this.background = background;
        this.values = values;
    }

    /// Reads the file of a folder.
    public static Settings read(Path folder, Background background) {
        var file = folder.resolve("settings.json");
        var values = new TreeMap<String, String>();
        try {
            if (Files.exists(file)) {
                values.putAll(
                        Json.mapper()
                                .readValue(
                                        Files.readAllBytes(file),
                                        new TypeReference<Map<String, String>>() {}));
            }
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("the settings could not be read and start anew", unreadable);
        }
        return new Settings(file, background, values);
    }

    /// A value that was kept.
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A number that was kept.
    public Optional<Double> number(String name) {
        try {
            return get(name).map(Double::valueOf);
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    /// Keeps a value.
    public void put(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            changed();
        }
    }

    /// Forgets a value.
    public void remove(String name) {
        if (values.remove(name) != null) {
            changed();
        }
    }

    private void changed() {
        pending.cancel();
        pending = background.after(QUIET, this::save);
    }

    private void save() {
        var bytes = bytes();
        background.start("settings", () -> write(bytes));
    }

    /// Writes what was not written yet, before the program ends.
    public void flush() {
        pending.cancel();
        try {
            write(bytes());
        } catch (IOException cause) {
            LOG.warn("the settings could not be written", cause);
        }
    }

    private byte[] bytes() {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(values);
    }

    private synchronized void write(byte[] bytes) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.write(fresh, bytes);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            replace(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
