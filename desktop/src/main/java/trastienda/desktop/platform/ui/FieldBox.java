package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.problem.FieldError;

import java.util.List;
import java.util.stream.Collectors;

/// A field of a form: its label above, its control, and below it a hint, what looks odd or what is
/// wrong. The line below keeps its place, so that nothing jumps.
public final class FieldBox extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Control control;
    private final Label mark = new Label();
    private final Label line = new Label();
    private @Nullable ObservableValue<String> hint;

    /// @param required marks the label with an asterisk
    public FieldBox(ObservableValue<String> label, Control control, boolean required) {
        super(4);
        this.control = control;
        var name = new Label();
        name.textProperty().bind(label.map(text -> required ? text + " *" : text));
        name.getStyleClass().add("field-label");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(label);
        control.setMaxWidth(Double.MAX_VALUE);
        line.setMinHeight(16);
        line.setWrapText(true);
        if (control instanceof TextArea area) {
            area.addEventFilter(KeyEvent.KEY_PRESSED, key -> leaveByTab(area, key));
        }
        mark.getStyleClass().add("field-warning");
        mark.setGraphic(Icons.of("fth-edit-2", 12));
        mark(null);
        getChildren().addAll(new HBox(8, name, mark), control, line);
        clear();
    }

    /// Marks the field beside its name; null takes the mark away.
    public void mark(@Nullable ObservableValue<String> words) {
        mark.textProperty().unbind();
        mark.setVisible(words != null);
        mark.setManaged(words != null);
        if (words != null) {
            mark.textProperty().bind(words);
        }
    }

    /// Tab goes on to the next field from a text of many lines too.
    private static void leaveByTab(TextArea area, KeyEvent key) {
        if (key.getCode() == KeyCode.TAB
                && !key.isControlDown()
                && !key.isAltDown()
                && !key.isMetaDown()) {
            area.requestFocusTraversal(
                    key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }

    /// A sentence under the field while nothing is wrong.
    public FieldBox hint(ObservableValue<String> text) {
        hint = text;
        clear();
        return this;
    }

    /// Says what is wrong; null when nothing is.
    public void error(@Nullable FieldError error) {
        if (error == null) {
            clear();
        } else {
            error(Text.rule(error));
        }
    }

    /// Says all that is wrong.
    public void errors(List<FieldError> errors) {
        error(
                Text.live(
                        () ->
                                errors.stream()
                                        .map(error -> Text.rule(error).get())
                                        .collect(Collectors.joining(". "))));
    }

    /// Says what is wrong in given words.
    public void error(ObservableValue<String> words) {
        control.pseudoClassStateChanged(INVALID, true);
        line("field-error", "fth-alert-circle", words);
        control.setAccessibleHelp(words.getValue());
    }

    /// Says what looks odd; it can be saved all the same.
    public void warning(@Nullable FieldError warning) {
        if (warning == null) {
            clear();
        } else {
            control.pseudoClassStateChanged(INVALID, false);
            line("field-warning", "fth-alert-triangle", Text.rule(warning));
        }
    }

    /// Back to the hint.
    public void clear() {
        control.pseudoClassStateChanged(INVALID, false);
        line.textProperty().unbind();
        line.setGraphic(null);
        line.setText("");
        control.setAccessibleHelp(null);
        style("field-hint");
        if (hint != null) {
            line.textProperty().bind(hint);
        }
    }

    private void line(String style, String icon, ObservableValue<String> words) {
        style(style);
        line.setGraphic(Icons.of(icon, 13));
        line.textProperty().unbind();
        line.textProperty().bind(words);
    }

    private void style(String style) {
        line.getStyleClass().removeIf(name -> name.startsWith("field-"));
        line.getStyleClass().add(style);
    }
}
