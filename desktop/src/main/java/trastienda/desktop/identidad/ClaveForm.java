package trastienda.desktop.identidad;

import atlantafx.base.controls.PasswordTextField;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.api.SignIn;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.FieldBox;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.Note;
import trastienda.shared.identidad.Yo;
import trastienda.shared.problem.Regla;
import trastienda.shared.text.SharedText;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// The change of one's own password; the policy lights up as one types. Stands in the sign-in
/// screen when it must be changed, and in a dialog.
final class ClaveForm extends VBox {
    private final SignIn signIn;
    private final Background background;
    private final String username;
    private final Consumer<Yo> done;
    private final PasswordTextField actual = Passwords.field("clave-actual");
    private final PasswordTextField fresh = Passwords.field("clave-nueva");
    private final PasswordTextField again = Passwords.field("clave-otra-vez");
    private final FieldBox actualBox =
            new FieldBox(Text.of("identidad.clave.actual"), actual, false);
    private final FieldBox freshBox = new FieldBox(Text.of("identidad.clave.nueva"), fresh, false);
    private final FieldBox againBox =
            new FieldBox(Text.of("identidad.clave.otra_vez"), again, false);
    private final Map<Regla, Label> rules = new EnumMap<>(Regla.class);
    private final VBox notes = new VBox();
    private final Button save;
    private boolean busy;

    /// @param known the password that was just used, or empty to ask for it
    ClaveForm(
            SignIn signIn,
            Background background,
            String username,
            String known,
            Consumer<Yo> done) {
        super(8);
        this.signIn = signIn;
        this.background = background;
        this.username = username;
        this.done = done;
        actual.setText(known);
        save = Buttons.text(Text.of("identidad.clave.cambiar"), this::submit);
        save.setId("clave-cambiar");
        save.getStyleClass().addAll("accent", "large");
        save.setMaxWidth(Double.MAX_VALUE);
        save.setDefaultButton(true);
        if (known.isEmpty()) {
            getChildren().add(actualBox);
        }
        getChildren().addAll(freshBox, policy(), againBox, notes, save);
        actual.passwordProperty().addListener(property -> refresh());
        fresh.passwordProperty().addListener(property -> refresh());
        again.passwordProperty().addListener(property -> refresh());
        refresh();
    }

    private GridPane policy() {
        var grid = new GridPane(16, 4);
        grid.setPadding(new Insets(0, 0, 8, 0));
        var at = 0;
        for (var rule : ClaveRules.check("", username).keySet()) {
            var label = new Label();
            label.textProperty().bind(Text.live(() -> words(rule)));
            label.getStyleClass().add("text-small");
            label.setWrapText(true);
            rules.put(rule, label);
            grid.add(label, at % 2, at / 2);
            GridPane.setHgrow(label, Priority.ALWAYS);
            at++;
        }
        return grid;
    }

    private static String words(Regla rule) {
        return switch (rule) {
            case CLAVE_LARGO ->
                    Text.now("identidad.clave.regla.largo", ClaveRules.LEAST, ClaveRules.MOST);
            case CLAVE_MAYUSCULA -> Text.now("identidad.clave.regla.mayuscula");
            case CLAVE_MINUSCULA -> Text.now("identidad.clave.regla.minuscula");
            case CLAVE_DIGITO -> Text.now("identidad.clave.regla.digito");
            case CLAVE_ESPECIAL -> Text.now("identidad.clave.regla.especial");
            case CLAVE_CON_USUARIO -> Text.now("identidad.clave.regla.sin_usuario");
            default -> SharedText.of(Text.locale(), rule);
        };
    }

    private void refresh() {
        actualBox.clear();
        freshBox.clear();
        notes.getChildren().clear();
        ClaveRules.check(fresh.getPassword(), username).forEach(this::light);
        var differs =
                !again.getPassword().isEmpty()
                        && !fresh.getPassword().startsWith(again.getPassword());
        if (differs) {
            againBox.error(Text.of("identidad.clave.no_igual"));
        } else {
            againBox.clear();
        }
        save.setDisable(
                busy
                        || actual.getPassword().isEmpty()
                        || !ClaveRules.isGood(fresh.getPassword(), username)
                        || !fresh.getPassword().equals(again.getPassword()));
    }

    private void light(Regla rule, boolean kept) {
        var label = rules.get(rule);
        if (label != null) {
            label.getStyleClass().removeAll("text-success", "text-muted");
            label.getStyleClass().add(kept ? "text-success" : "text-muted");
            label.setGraphic(Icons.of(kept ? "fth-check" : "fth-circle", 13));
        }
    }

    private void submit() {
        busy = true;
        save.setDisable(true);
        background.run(
                () -> signIn.change(actual.getPassword(), fresh.getPassword()),
                yo -> {
                    busy = false;
                    done.accept(yo);
                },
                this::failed);
    }

    private void failed(Exception cause) {
        busy = false;
        refresh();
        var failure = ApiFailure.of(cause);
        if (failure instanceof ApiFailure.Refused(var problem)
                && problem.errors() != null
                && !problem.errors().isEmpty()) {
            for (var error : problem.errors()) {
                var box = error.campo().equals("actual") ? actualBox : freshBox;
                box.error(error);
            }
            if (!getChildren().contains(actualBox)) {
                return;
            }
        } else {
            notes.getChildren()
                    .setAll(new Note(Family.RED, "fth-alert-circle", FailureText.of(failure)));
        }
        save.setDisable(false);
    }

    /// Puts the cursor where one starts.
    void start() {
        Fx.focus(getChildren().contains(actualBox) ? actual : fresh);
    }
}
