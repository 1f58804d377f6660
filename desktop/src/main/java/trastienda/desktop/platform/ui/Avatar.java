package trastienda.desktop.platform.ui;

import javafx.scene.control.Label;

import java.util.List;
import java.util.Locale;

/// A person's initials in a circle; the colour is the person's own, always the same.
public final class Avatar extends Label {
    private static final List<String> GROUNDS =
            List.of("#57606a", "#0550ae", "#0f5f66", "#953800", "#6639ba", "#116329", "#99286e");

    /// A circle of `size` pixels.
    public Avatar(String name, int size) {
        super(initials(name));
        getStyleClass().add("avatar");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
        setStyle(
                "-fx-background-color: %s; -fx-background-radius: %d; -fx-font-size: %dpx;"
                        .formatted(ground(name), size, Math.max(9, Math.round(size * 0.4f))));
        setAccessibleText(name);
    }

    private static String ground(String name) {
        return GROUNDS.get(Math.floorMod(name.hashCode(), GROUNDS.size()));
    }

    /// First letters of the first and the second name: `MR`.
    static String initials(String name) {
        var words = name.strip().split("\\s+");
        var letters = new StringBuilder();
        for (var word : words) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
