package trastienda.desktop.platform.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A key of the keyboard, drawn beside what it does.
public final class KeyCap extends Label {
    /// The cap of a key or of a chord: `A`, `Ctrl K`.
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMouseTransparent(true);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Several caps side by side.
    public static HBox row(String... keys) {
        var row = new HBox(4);
        row.setMouseTransparent(true);
        row.setAlignment(Pos.CENTER_LEFT);
        for (var key : keys) {
            row.getChildren().add(new KeyCap(key));
        }
        return row;
    }
}
