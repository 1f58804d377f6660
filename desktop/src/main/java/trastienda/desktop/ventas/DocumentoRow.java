package trastienda.desktop.ventas;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A document's number and, of a NIT, its check digit beside it.
final class DocumentoRow {
    /// Room for the digit and for what is wrong with it.
    private static final double DIGIT = 160;

    private DocumentoRow() {}

    static Node of(FormField number, FormField digit, StringProperty type, StringProperty typed) {
        digit.setMinWidth(DIGIT);
        digit.setMaxWidth(DIGIT);
        HBox.setHgrow(number, Priority.ALWAYS);
        type.subscribe(
                now -> {
                    var nit = now.equals("NIT");
                    digit.setVisible(nit);
                    digit.setManaged(nit);
                    if (!nit) {
                        typed.set("");
                    }
                });
        return new HBox(8, number, digit);
    }
}
