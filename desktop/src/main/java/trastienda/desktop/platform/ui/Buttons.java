package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Buttons as the kit draws them. One primary button in a pane, at most.
public final class Buttons {
    private Buttons() {}

    /// A plain button with its glyph.
    public static Button plain(ObservableValue<String> text, String icon, Runnable action) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setGraphic(Icons.of(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// A button without glyph.
    public static Button text(ObservableValue<String> text, Runnable action) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// The pane's primary button.
    public static Button primary(ObservableValue<String> text, String icon, Runnable action) {
        return styled(plain(text, icon, action), "accent");
    }

    /// A button without border.
    public static Button flat(ObservableValue<String> text, String icon, Runnable action) {
        return styled(plain(text, icon, action), "flat");
    }

    /// Words that act as a link.
    public static Button link(ObservableValue<String> text, Runnable action) {
        return styled(text(text, action), "link");
    }

    /// Only a glyph; `name` is read out and shown as a tooltip.
    public static Button icon(String icon, ObservableValue<String> name, Runnable action) {
        var button = new Button();
        button.setGraphic(Icons.of(icon));
        button.accessibleTextProperty().bind(name);
        var tip = new Tooltip();
        tip.textProperty().bind(name);
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    /// Adds style classes (`small`, `large`, `success`, `danger`).
    public static Button styled(Button button, String... classes) {
        button.getStyleClass().addAll(classes);
        return button;
    }

    /// Draws the button's key at its right.
    public static Button withKey(Button button, String... keys) {
        var words = new Label();
        words.textProperty().bind(button.textProperty());
        var box = new HBox(8);
        box.getStyleClass().add("box");
        box.setAlignment(Pos.CENTER_LEFT);
        if (button.getGraphic() != null) {
            box.getChildren().add(button.getGraphic());
        }
        box.getChildren().addAll(words, KeyCap.row(keys));
        button.setGraphic(box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }
}
