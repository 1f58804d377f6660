package trastienda.desktop.confrontas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;

/// Says under the page that the store holds what was sent, and how large it is.
final class VerifiedPill extends HBox {
    private final Label pill = new Label();

    VerifiedPill() {
        pill.setGraphic(new FontIcon("fth-shield"));
        pill.getStyleClass().add("verified-pill");
        pill.setId("archivo-verificado");
        getChildren().setAll(pill);
    }

    /// @param bytes the file's size
    void show(long bytes) {
        pill.textProperty().bind(Text.live(() -> verified(bytes)));
    }

    private static String verified(long bytes) {
        return Text.now("confrontas.panel.verificada", Formats.bytes(bytes));
    }
}
