package trastienda.desktop.ventas;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FieldBox;
import trastienda.shared.problem.FieldError;

/// A field of the sale's form; below it also what the sale says now, when somebody changed it.
final class FormField extends VBox {
    private final Control control;
    private final FieldBox box;
    private final HBox actual = new HBox(8);

    FormField(Campo campo, Control control) {
        this.control = control;
        this.box = new FieldBox(Text.of("ventas.form." + campo.wire()), control, campo.required());
        setId("campo-" + campo.wire());
        actual.getStyleClass().add("centered-row");
        sayActual(null, () -> {});
        getChildren().setAll(box, actual);
    }

    /// Calls `left` when the control loses the focus.
    void onLeft(Runnable left) {
        control.focusedProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!now) {
                                left.run();
                            }
                        });
    }

    /// Marks the field as one to correct as long as it says what it says now.
    void markUntilChanged(StringProperty value) {
        var returned = value.get();
        value.subscribe(
                now -> box.mark(now.equals(returned) ? Text.of("ventas.form.por_corregir") : null));
    }

    void say(@Nullable FieldError error, @Nullable FieldError warning) {
        if (error != null) {
            box.error(error);
        } else {
            box.warning(warning);
        }
    }

    void sayActual(@Nullable ObservableValue<String> words, Runnable take) {
        actual.setVisible(words != null);
        actual.setManaged(words != null);
        actual.getChildren().clear();
        if (words != null) {
            var says = new Label();
            says.textProperty().bind(words);
            says.getStyleClass().add("field-warning");
            var use = Buttons.text(Text.of("ventas.form.vieja.usar"), take);
            actual.getChildren().setAll(says, Buttons.styled(use, "small"));
        }
    }

    /// Brings the field into view where it is above or below it.
    void reveal(ScrollPane scroll) {
        var content = scroll.getContent();
        var view = scroll.getViewportBounds().getHeight();
        var hidden = content.getBoundsInLocal().getHeight() - view;
        if (hidden > 0) {
            var place = content.sceneToLocal(localToScene(getBoundsInLocal()));
            var top = hidden * scroll.getVvalue();
            if (place.getMinY() < top || place.getMaxY() > top + view) {
                scroll.setVvalue(Math.clamp(place.getCenterY() - view / 2, 0, hidden) / hidden);
            }
        }
    }

    void begin() {
        Fx.focus(control);
        if (control instanceof TextInputControl text) {
            text.end();
        }
    }
}
