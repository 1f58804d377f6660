package trastienda.desktop.ventas;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import trastienda.desktop.platform.i18n.Text;

/// Names and values in two columns: name 114 wide, the value in the stronger face.
final class ProofList extends GridPane {
    private static final double NAME = 114;
    private int rows;

    ProofList() {
        getStyleClass().add("proof-list");
        var name = new ColumnConstraints(NAME);
        name.setHalignment(HPos.LEFT);
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(name, value);
    }

    void clear() {
        getChildren().clear();
        rows = 0;
    }

    void row(String key, String value) {
        row(key, valueLabel(value));
    }

    void row(String key, ObservableValue<String> value) {
        var label = valueLabel("");
        label.textProperty().bind(value);
        row(key, label);
    }

    /// A value that is masked, with the link that shows it.
    void masked(String key, String value, Runnable reveal) {
        var link = new Hyperlink();
        link.textProperty().bind(Text.of("ventas.detalle.ver_dato"));
        link.getStyleClass().add("small-link");
        link.setOnAction(click -> reveal.run());
        link.setMinWidth(Region.USE_PREF_SIZE);
        var both = new HBox(8, valueLabel(value), link);
        both.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        row(key, both);
    }

    private static Label valueLabel(String value) {
        var label = new Label(value);
        label.getStyleClass().add("proof-value");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    void row(String key, Node value) {
        var name = new Label();
        name.textProperty().bind(Text.of(key));
        name.getStyleClass().add("proof-name");
        if (value instanceof Label label) {
            name.setLabelFor(label);
        }
        setValignment(name, VPos.BASELINE);
        setValignment(value, VPos.BASELINE);
        addRow(rows++, name, value);
    }
}
