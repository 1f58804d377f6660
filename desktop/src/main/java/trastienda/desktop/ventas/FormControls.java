package trastienda.desktop.ventas;

import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.NamedChoices;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.TipoDocumento;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/// Controls that write their text into a form's value and follow it.
final class FormControls {
    private static final List<String> ORIGINS =
            List.of("Base de datos", "Referido campaña", "Campaña Facebook", "SMS");

    private FormControls() {}

    static TextField text(StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static TextArea lines(StringProperty value) {
        var area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(value);
        return area;
    }

    /// The value is ISO while it is a date, else what was typed.
    static DatePicker date(StringProperty value) {
        var picker = new DatePicker();
        DatePickers.of(picker);
        var editor = picker.getEditor();
        editor.textProperty()
                .addListener((property, old, typed) -> value.set(iso(typed == null ? "" : typed)));
        picker.valueProperty()
                .addListener(
                        (property, old, chosen) -> {
                            if (chosen != null) {
                                value.set(chosen.toString());
                            }
                        });
        Runnable show =
                () -> {
                    if (!iso(editor.getText() == null ? "" : editor.getText())
                            .equals(value.get())) {
                        var day = day(value.get());
                        picker.setValue(day);
                        editor.setText(day == null ? value.get() : DatePickers.format(day));
                    }
                };
        value.addListener((property, old, now) -> show.run());
        show.run();
        return picker;
    }

    private static String iso(String typed) {
        var date = DatePickers.parse(typed);
        return date == null ? typed : date.toString();
    }

    private static @Nullable LocalDate day(String iso) {
        try {
            return iso.isBlank() ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException typed) {
            return null;
        }
    }

    static ComboBox<TipoDocumento> documentType(StringProperty value) {
        var box =
                NamedChoices.<TipoDocumento>box(type -> type.wire() + " · " + Text.labelNow(type));
        box.getItems().setAll(TipoDocumento.values());
        follow(box, value, TipoDocumento::wire);
        return box;
    }

    static ComboBox<Plan> plan(StringProperty value, ObservableList<Plan> plans) {
        var box =
                NamedChoices.<Plan>box(
                        plan -> plan.nombrePlan() + " · " + Formats.money(plan.cfm()));
        box.setItems(plans);
        follow(box, value, plan -> Long.toString(plan.id()));
        return box;
    }

    static ComboBox<Persona> agent(StringProperty value, ObservableList<Persona> agents) {
        var box = NamedChoices.box(Persona::nombre);
        box.setItems(agents);
        follow(box, value, agent -> Long.toString(agent.id()));
        return box;
    }

    /// One of the usual sources, or another one typed.
    static Control origin(StringProperty value) {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(ORIGINS);
        box.getEditor().textProperty().bindBidirectional(value);
        return box;
    }

    private static <T> void follow(ComboBox<T> box, StringProperty value, Function<T, String> key) {
        box.valueProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now != null) {
                                value.set(key.apply(now));
                            }
                        });
        Runnable show =
                () ->
                        box.setValue(
                                box.getItems().stream()
                                        .filter(item -> key.apply(item).equals(value.get()))
                                        .findFirst()
                                        .orElse(null));
        value.addListener((property, old, now) -> show.run());
        box.getItems().addListener((Observable changed) -> show.run());
        show.run();
    }
}
