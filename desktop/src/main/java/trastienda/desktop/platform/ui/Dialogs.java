package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Text;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The few questions and bad news that need a dialog. Successes are toasts.
public final class Dialogs {
    private static final double WIDTH = 440;

    /// What the server keeps of a reason.
    private static final int LONGEST_REASON = 500;

    private final Overlays overlays;

    /// Dialogs that float in these overlays.
    public Dialogs(Overlays overlays) {
        this.overlays = overlays;
    }

    /// Asks before something that cannot be undone; `danger` paints the button red.
    public void confirm(
            ObservableValue<String> title,
            ObservableValue<String> sentence,
            ObservableValue<String> button,
            boolean danger,
            Runnable action) {
        var card = card(title);
        card.getChildren().add(sentence(sentence));
        var opened = overlays.dialog(card, () -> true);
        var go = Buttons.text(button, () -> then(opened, action));
        go.getStyleClass().add(danger ? "danger" : "accent");
        go.setDefaultButton(true);
        var row = foot(opened, go);
        card.getChildren().add(row);
        go.requestFocus();
    }

    /// Asks before what was typed is thrown away; Enter and Escape go on typing.
    public void discard(Runnable action) {
        var card = card(Text.of("dialogo.descartar.titulo"));
        card.getChildren().add(sentence(Text.of("dialogo.descartar.texto")));
        var opened = overlays.dialog(card, () -> true);
        var drop = Buttons.text(Text.of("dialogo.descartar.hacer"), () -> then(opened, action));
        drop.setId("descartar");
        var stay = Buttons.text(Text.of("dialogo.descartar.seguir"), opened::close);
        stay.setDefaultButton(true);
        var row =
                new HBox(
                        8,
                        spacer(),
                        Buttons.styled(drop, "danger-text"),
                        Buttons.styled(stay, "accent"));
        card.getChildren().add(row);
        stay.requestFocus();
    }

    /// What a reason is asked for with.
    ///
    /// @param style `danger` for what cannot be undone, `accent` else
    /// @param least characters it must have
    /// @param before what was written the last time, to begin with
    public record Reason(ObservableValue<String> button, String style, int least, String before) {}

    /// Of what is typed or pasted, as much as a reason may have.
    private static TextFormatter.Change shortened(TextFormatter.Change change) {
        var tooMuch = change.getControlNewText().length() - LONGEST_REASON;
        if (tooMuch > 0) {
            var text = change.getText();
            var fits = Math.max(0, text.length() - tooMuch);
            if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
                fits--;
            }
            change.setText(text.substring(0, fits));
            var end = change.getRangeStart() + change.getText().length();
            change.selectRange(end, end);
        }
        return change;
    }

    /// Asks for a reason before something is done.
    public void reason(
            ObservableValue<String> title,
            ObservableValue<String> sentence,
            Reason reason,
            Consumer<String> action) {
        var card = card(title);
        var text = new TextArea();
        text.setId("reason");
        text.setText(reason.before());
        text.setTextFormatter(new TextFormatter<>(Dialogs::shortened));
        text.setWrapText(true);
        text.setPrefRowCount(3);
        var field = new FieldBox(Text.of("dialogo.motivo"), text, true);
        field.hint(Text.of("dialogo.motivo_minimo", reason.least()));
        card.getChildren().addAll(sentence(sentence), field);
        var opened = overlays.dialog(card, () -> true);
        var go =
                Buttons.text(
                        reason.button(),
                        () -> then(opened, () -> action.accept(text.getText().strip())));
        go.setId("reason-send");
        go.getStyleClass().add(reason.style());
        go.disableProperty()
                .bind(text.textProperty().map(typed -> typed.strip().length() < reason.least()));
        card.getChildren().add(foot(opened, go));
        text.requestFocus();
    }

    /// Tells of a failure nobody expected, with its code; or of one that has no better place.
    public void failure(ApiFailure failure) {
        var card = card(Text.of("dialogo.error.titulo"));
        card.getChildren().add(sentence(FailureText.of(failure)));
        var reference = FailureText.reference(failure);
        if (!reference.isEmpty()) {
            card.getChildren().add(Reference.of(reference));
        }
        var opened = overlays.dialog(card, () -> true);
        var close = Buttons.text(Text.of("dialogo.cerrar"), opened::close);
        close.setDefaultButton(true);
        var row = new HBox(8, spacer(), close);
        card.getChildren().add(row);
        close.requestFocus();
    }

    /// Any content under a title; its buttons are its own.
    public Overlays.Opened show(ObservableValue<String> title, Node... content) {
        return keep(title, () -> true, content);
    }

    /// Any content under a title that asks before Escape or the scrim close it.
    public Overlays.Opened keep(
            ObservableValue<String> title, BooleanSupplier mayClose, Node... content) {
        var card = card(title);
        card.getChildren().addAll(content);
        return overlays.dialog(card, mayClose);
    }

    private static void then(Overlays.Opened opened, Runnable action) {
        opened.close();
        action.run();
    }

    private static HBox foot(Overlays.Opened opened, Button go) {
        var cancel = Buttons.text(Text.of("dialogo.cancelar"), opened::close);
        cancel.setCancelButton(true);
        var row = new HBox(8, spacer(), cancel, go);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static Region spacer() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static VBox card(ObservableValue<String> title) {
        var card = new VBox();
        card.getStyleClass().add("dialog-card");
        card.setPrefWidth(WIDTH);
        var head = new Label();
        head.textProperty().bind(title);
        head.getStyleClass().add("text-title");
        head.setWrapText(true);
        card.getChildren().add(head);
        return card;
    }

    private static Label sentence(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
