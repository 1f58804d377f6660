package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A field of a detail: label, value, and what the confronta says of it at the right.
public final class ProofRow extends HBox {
    private final Label value = new Label();

    /// A row with its label and value.
    public ProofRow(ObservableValue<String> label, ObservableValue<String> shown) {
        getStyleClass().add("proof-row");
        var name = new Label();
        name.textProperty().bind(label);
        name.getStyleClass().add("proof-label");
        value.textProperty().bind(shown);
        value.getStyleClass().add("text-strong");
        value.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, value, gap);
    }

    /// The value's label, for what copies it or hides it.
    public Label value() {
        return value;
    }

    /// The confronta says the same, on that page.
    public ProofRow matches(ObservableValue<String> where) {
        return sign("fth-check", where, "text-success");
    }

    /// The confronta says something else: warns, never blocks.
    public ProofRow differs(ObservableValue<String> what) {
        getStyleClass().add("odd-one");
        return sign("fth-alert-circle", what, "text-warning");
    }

    /// Anything at the right end, as *Ver dato*.
    public ProofRow end(Node node) {
        getChildren().add(node);
        return this;
    }

    private ProofRow sign(String icon, ObservableValue<String> words, String look) {
        var sign = new Label();
        sign.textProperty().bind(words);
        sign.setGraphic(Icons.of(icon, 13));
        sign.getStyleClass().addAll("text-small", look);
        return end(sign);
    }
}
