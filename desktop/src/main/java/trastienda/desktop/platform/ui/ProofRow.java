package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A field of a detail: label, value, and what the confronta says of it at the right.
public final class ProofRow extends HBox {
    private static final String ODD = "odd-one";

    private @Nullable Node sign;

    /// A row with its label and value.
    public ProofRow(ObservableValue<String> label, ObservableValue<String> shown) {
        getStyleClass().add("proof-row");
        var name = new Label();
        name.textProperty().bind(label);
        name.getStyleClass().add("proof-label");
        var value = new Label();
        value.textProperty().bind(shown);
        value.getStyleClass().add("text-strong");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        name.setLabelFor(value);
        getChildren().addAll(name, value);
    }

    /// The confronta says the same; the words lead to the page.
    public void matches(ObservableValue<String> where, Runnable go) {
        var link = new Button();
        link.textProperty().bind(where);
        link.setGraphic(Icons.of("fth-check", 13));
        link.setOnAction(click -> go.run());
        link.getStyleClass().addAll("flat", "proof-sign", "text-success");
        link.setMinWidth(Region.USE_PREF_SIZE);
        sign(link);
    }

    /// The confronta says something else: warns, never blocks.
    public void differs(ObservableValue<String> what) {
        var words = new Label();
        words.textProperty().bind(what);
        words.setGraphic(Icons.of("fth-alert-circle", 13));
        words.getStyleClass().addAll("text-small", "text-warning");
        words.setMinWidth(Region.USE_PREF_SIZE);
        sign(words);
        getStyleClass().add(ODD);
    }

    /// The confronta says nothing of it that a program can read.
    public void unsaid() {
        sign(null);
    }

    /// Anything at the right end, as *Ver dato*.
    public ProofRow end(Node node) {
        getChildren().add(node);
        return this;
    }

    private void sign(@Nullable Node next) {
        getStyleClass().remove(ODD);
        if (sign != null) {
            getChildren().remove(sign);
        }
        sign = next;
        if (next != null) {
            getChildren().add(next);
        }
    }
}
