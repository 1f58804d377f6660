package trastienda.desktop.platform.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import trastienda.desktop.platform.i18n.Text;

/// A short code with a button that copies it.
public final class Reference {
    private Reference() {}

    /// *Referencia 7F3A-91* and its copy button.
    public static HBox of(String reference) {
        var words = new Label();
        words.textProperty().bind(Text.of("estado.referencia", reference));
        words.getStyleClass().addAll("text-small", "text-muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var copy =
                Buttons.icon(
                        "fth-copy", Text.of("estado.copiar_referencia"), () -> copy(reference));
        copy.getStyleClass().add("small");
        var row = new HBox(words, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Puts a text on the clipboard.
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
