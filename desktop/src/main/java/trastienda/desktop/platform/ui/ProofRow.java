package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A field of a detail: label, value, and what the confronta says of it at the right. One row can
/// show one thing's value after another's, and keeps what it needed once: what is taken out and put
/// back is styled again.
public final class ProofRow extends HBox {
    private static final String ODD = "odd-one";

    private final Label value = new Label();
    private @Nullable Hyperlink link;
    private @Nullable Button match;
    private @Nullable Label difference;

    /// A row with its label and no value yet.
    public ProofRow(ObservableValue<String> label) {
        getStyleClass().add("proof-row");
        var name = new Label();
        name.textProperty().bind(label);
        name.getStyleClass().add("proof-label");
        value.getStyleClass().add("text-strong");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        name.setLabelFor(value);
        getChildren().addAll(name, value);
    }

    /// Shows a value, which nothing is known to prove yet.
    public void show(ObservableValue<String> shown) {
        value.textProperty().bind(shown);
        hide(link);
        unsaid();
    }

    /// A link beside the value, as *Ver dato*, until the next value.
    public void link(ObservableValue<String> words, Runnable go) {
        var known = link;
        if (known == null) {
            known = new Hyperlink();
            known.getStyleClass().add("small-link");
            link = known;
            getChildren().add(2, known);
        }
        known.setOnAction(click -> go.run());
        appear(known, words);
    }

    /// The confronta says the same; the words lead to the page.
    public void matches(ObservableValue<String> where, Runnable go) {
        unsaid();
        var known = match;
        if (known == null) {
            known = new Button();
            known.setGraphic(Icons.of("fth-check", 13));
            known.getStyleClass().addAll("flat", "proof-sign", "text-success");
            match = known;
            getChildren().add(known);
        }
        known.setOnAction(click -> go.run());
        appear(known, where);
    }

    /// The confronta says something else: warns, never blocks.
    public void differs(ObservableValue<String> what) {
        unsaid();
        var known = difference;
        if (known == null) {
            known = new Label();
            known.setGraphic(Icons.of("fth-alert-circle", 13));
            known.getStyleClass().addAll("text-small", "text-warning");
            difference = known;
            getChildren().add(known);
        }
        appear(known, what);
        getStyleClass().add(ODD);
    }

    /// The confronta says nothing of it that a program can read.
    public void unsaid() {
        getStyleClass().remove(ODD);
        hide(match);
        hide(difference);
    }

    private static void appear(Labeled node, ObservableValue<String> words) {
        node.textProperty().bind(words);
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setVisible(true);
        node.setManaged(true);
    }

    private static void hide(@Nullable Labeled node) {
        if (node != null) {
            node.setVisible(false);
            node.setManaged(false);
        }
    }
}
