package trastienda.desktop.identidad;

import atlantafx.base.controls.PasswordTextField;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Icons;

/// Fields for passwords, with the eye that shows what is typed.
final class Passwords {
    private Passwords() {}

    static PasswordTextField field(String id) {
        var field = new PasswordTextField();
        field.setId(id);
        dress(field);
        return field;
    }

    /// Gives a field its eye.
    static void dress(PasswordTextField field) {
        var icon = Icons.of("fth-eye");
        var eye =
                Buttons.icon(
                        "fth-eye",
                        Text.live(
                                () ->
                                        Text.now(
                                                field.getRevealPassword()
                                                        ? "identidad.clave.ocultar"
                                                        : "identidad.clave.mostrar"),
                                field.revealPasswordProperty()),
                        () -> field.setRevealPassword(!field.getRevealPassword()));
        // Enter on the eye must not send the form too
        eye.addEventHandler(KeyEvent.KEY_PRESSED, Passwords::keepEnter);
        eye.setGraphic(icon);
        eye.getStyleClass().addAll("small", "eye");
        field.revealPasswordProperty()
                .subscribe(shown -> icon.setIconLiteral(shown ? "fth-eye-off" : "fth-eye"));
        field.setRight(eye);
    }

    private static void keepEnter(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
        }
    }
}
