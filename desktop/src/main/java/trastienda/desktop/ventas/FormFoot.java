package trastienda.desktop.ventas;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;

import trastienda.desktop.platform.i18n.Text;

import java.util.ArrayList;
import java.util.stream.Collectors;

/// What the form still wants, at the left of its foot: what is missing, and how much is wrong.
final class FormFoot {
    private static final int MOST_NAMED = 5;

    private final Label words;
    private final VentaFormViewModel model;

    /// Held here and weakly there: a form ends long before the language does.
    private final InvalidationListener language = changed -> show();

    FormFoot(Label words, VentaFormViewModel model) {
        this.words = words;
        this.model = model;
    }

    void follow() {
        model.errors().addListener((InvalidationListener) changed -> show());
        model.missing().addListener((InvalidationListener) changed -> show());
        Text.languageProperty().addListener(new WeakInvalidationListener(language));
        show();
    }

    private void show() {
        var wrong =
                model.errors().keySet().stream()
                        .filter(campo -> !model.missing().contains(campo))
                        .count();
        var said = new ArrayList<String>();
        if (wrong > 0) {
            said.add(Text.now("ventas.form.revise", wrong));
        }
        if (!model.missing().isEmpty()) {
            said.add(wanting());
        }
        words.getStyleClass().removeAll("field-error", "ready");
        if (said.isEmpty()) {
            said.add(Text.now("ventas.form.listo"));
            words.getStyleClass().add("ready");
        } else if (wrong > 0) {
            words.getStyleClass().add("field-error");
        }
        words.setText(String.join(" · ", said));
    }

    /// What is missing; of much, the first.
    private String wanting() {
        var all = model.missing();
        var named = all.size() > MOST_NAMED ? MOST_NAMED - 1 : all.size();
        var names =
                all.stream()
                        .limit(named)
                        .map(campo -> Text.now("ventas.form." + campo.wire()))
                        .collect(Collectors.joining(", "));
        return named == all.size()
                ? Text.now("ventas.form.falta", names)
                : Text.now("ventas.form.falta_mas", names, all.size() - named);
    }
}
