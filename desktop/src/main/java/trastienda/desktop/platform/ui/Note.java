package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A coloured strip with a sentence and at most one button.
public final class Note extends HBox {
    private final Label words = new Label();

    /// A strip of a family.
    public Note(Family family, String icon, ObservableValue<String> text) {
        getStyleClass().add("note");
        family.paint(this);
        words.textProperty().bind(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Icons.of(icon), words);
    }

    /// Adds its button.
    public Note action(Node button) {
        getChildren().add(button);
        return this;
    }
}
