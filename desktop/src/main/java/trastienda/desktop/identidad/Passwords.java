package trastienda.desktop.identidad;

import atlantafx.base.controls.PasswordTextField;

import javafx.scene.Cursor;

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
        var eye = Icons.of("fth-eye");
        eye.setMouseTransparent(false);
        eye.setCursor(Cursor.HAND);
        eye.setOnMouseClicked(event -> field.setRevealPassword(!field.getRevealPassword()));
        field.revealPasswordProperty()
                .subscribe(shown -> eye.setIconLiteral(shown ? "fth-eye-off" : "fth-eye"));
        field.setRight(eye);
    }
}
