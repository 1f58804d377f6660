package trastienda.desktop.platform.ui;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// IBM Plex Sans, loaded before the first scene. Its ten digits are equally wide, so columns of
/// figures line up; weights are chosen by family because JavaFX ignores 500 and 600.
public final class Fonts {
    private static final List<String> WEIGHTS = List.of("Regular", "Medium", "SemiBold", "Bold");

    private Fonts() {}

    /// Loads the four files; a second call does no harm.
    public static void load() {
        for (var weight : WEIGHTS) {
            var name = "fonts/IBMPlexSans-" + weight + ".woff";
            try (var file = Fonts.class.getResourceAsStream(name)) {
                if (file == null || Font.loadFont(file, 13) == null) {
                    throw new IllegalStateException(name + " is part of this program");
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(name, cause);
            }
        }
    }
}
