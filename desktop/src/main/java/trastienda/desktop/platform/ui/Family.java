package trastienda.desktop.platform.ui;

import javafx.scene.Node;

import java.util.Locale;

/// The eight families of colour for badges, notes and icons. Red only for what is wrong.
public enum Family {
    BLUE,
    GREEN,
    AMBER,
    RED,
    ORANGE,
    VIOLET,
    TEAL,
    GRAY;

    /// The style class that carries its colours.
    public String styleClass() {
        return "family-" + name().toLowerCase(Locale.ROOT);
    }

    /// Gives a node this family and takes another away.
    public void paint(Node node) {
        if (!node.getStyleClass().contains(styleClass())) {
            node.getStyleClass().removeIf(name -> name.startsWith("family-"));
            node.getStyleClass().add(styleClass());
        }
    }
}
