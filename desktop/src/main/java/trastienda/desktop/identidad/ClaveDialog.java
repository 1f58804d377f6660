package trastienda.desktop.identidad;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Reference;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.Toast;

/// A made password, shown once. Nobody has it again, so it is not closed by accident before it was
/// copied.
final class ClaveDialog {
    private final Surface surface;
    private final String clave;
    private final Label warning = new Label();
    private final Button close;
    private Overlays.@Nullable Opened opened;
    private boolean mayClose;

    private ClaveDialog(Surface surface, String clave) {
        this.surface = surface;
        this.clave = clave;
        this.close = Buttons.text(Text.of("dialogo.cerrar"), this::leave);
    }

    /// @param who the person's name
    static void show(Surface surface, String who, String clave) {
        new ClaveDialog(surface, clave).open(who);
    }

    private void open(String who) {
        var words = new Label();
        words.textProperty().bind(Text.of("identidad.usuario.clave_una_vez", who));
        words.setWrapText(true);
        var value = new TextField(clave);
        value.setEditable(false);
        value.setId("clave-temporal");
        HBox.setHgrow(value, Priority.ALWAYS);
        var copy =
                Buttons.styled(
                        Buttons.plain(Text.of("identidad.usuario.copiar"), "fth-copy", this::copy),
                        "accent");
        copy.setId("clave-copiar");
        var row = new HBox(8, value, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        warning.textProperty().bind(Text.of("identidad.usuario.clave_sin_copiar"));
        warning.getStyleClass().add("field-warning");
        warning.setWrapText(true);
        warning.setVisible(false);
        close.setId("clave-cerrar");
        var foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        opened =
                surface.dialogs()
                        .keep(
                                Text.of("identidad.usuario.clave_nueva"),
                                this::mayClose,
                                words,
                                row,
                                warning,
                                foot);
        copy.requestFocus();
    }

    private void copy() {
        Reference.copy(clave);
        mayClose = true;
        warning.setVisible(false);
        surface.toasts().show(Toast.of(Text.now("identidad.usuario.copiada")));
        close.requestFocus();
    }

    private boolean mayClose() {
        if (!mayClose) {
            warning.setVisible(true);
            close.textProperty().bind(Text.of("identidad.usuario.cerrar_sin_copiar"));
            mayClose = true;
            return false;
        }
        return true;
    }

    private void leave() {
        if (mayClose() && opened != null) {
            opened.close();
        }
    }
}
