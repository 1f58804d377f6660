package trastienda.desktop.ventas;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Note;
import trastienda.shared.problem.ProblemException;

import java.util.List;
import java.util.stream.Collectors;

/// The strips above the form's fields.
final class FormNotes {
    private FormNotes() {}

    /// The line has an active sale, and this person may register another all the same.
    static Node anyway(Exception cause, Runnable ask) {
        var go = Buttons.text(Text.of("ventas.form.excepcion.boton"), ask);
        go.setId("form-excepcion");
        go.setMinWidth(Button.USE_PREF_SIZE);
        var note =
                new Note(Family.AMBER, "fth-alert-triangle", FailureText.of(ApiFailure.of(cause)));
        note.setId("form-error");
        return note.action(Buttons.styled(go, "small"));
    }

    /// The fields that the review wants corrected.
    static Node toCorrect(List<String> campos) {
        return new Note(
                Family.AMBER,
                "fth-edit-2",
                Text.live(
                        () ->
                                Text.now(
                                        "ventas.detalle.por_corregir",
                                        campos.stream()
                                                .map(Campo::label)
                                                .collect(Collectors.joining(", ")))));
    }

    /// What the server objected to; with the field's name where it is one field.
    static Node failure(Exception cause) {
        ObservableValue<String> words = FailureText.of(ApiFailure.of(cause));
        if (cause instanceof ProblemException problem && problem.errors().size() == 1) {
            var only = problem.errors().getFirst();
            if (!only.campo().isEmpty()) {
                words = Text.live(() -> Campo.label(only.campo()) + ": " + Text.rule(only).get());
            }
        }
        var note = new Note(Family.RED, "fth-alert-octagon", words);
        note.setId("form-error");
        return note;
    }

    static Node stale() {
        return strip(
                Family.AMBER,
                "fth-git-merge",
                Text.of("ventas.form.vieja.titulo"),
                Text.of("ventas.form.vieja.texto"));
    }

    /// @param correction whether it is that of a sale that exists
    static Node draft(
            boolean correction, ObservableValue<String> when, Runnable take, Runnable refuse) {
        var go = new Button();
        go.textProperty().bind(Text.of("ventas.form.borrador.tomar"));
        go.getStyleClass().addAll("small");
        go.setId("borrador-tomar");
        go.setOnAction(click -> take.run());
        var discard = new Button();
        discard.textProperty().bind(Text.of("ventas.form.borrador.descartar"));
        discard.getStyleClass().addAll("small", "flat");
        discard.setId("borrador-descartar");
        discard.setOnAction(click -> refuse.run());
        return strip(
                Family.BLUE,
                "fth-edit-3",
                Text.of(
                        correction
                                ? "ventas.form.borrador.titulo_correccion"
                                : "ventas.form.borrador.titulo"),
                Text.of("ventas.form.borrador.texto", when),
                go,
                discard);
    }

    private static Node strip(
            Family family,
            String glyph,
            ObservableValue<String> title,
            ObservableValue<String> text,
            Button... buttons) {
        var head = new Label();
        head.textProperty().bind(title);
        head.getStyleClass().add("text-strong");
        var words = new Label();
        words.textProperty().bind(text);
        words.setWrapText(true);
        var lines = new VBox(2, head, words);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var icon = new FontIcon(glyph);
        var strip = new HBox(12, icon, lines);
        for (var button : buttons) {
            button.setMinWidth(Button.USE_PREF_SIZE);
            strip.getChildren().add(button);
        }
        strip.getStyleClass().add("note");
        family.paint(strip);
        return strip;
    }
}
