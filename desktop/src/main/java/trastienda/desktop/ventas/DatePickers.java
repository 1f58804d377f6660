package trastienda.desktop.ventas;

import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// Dates as they are written here, `dd/MM/yyyy`; typed without slashes or with dashes is fine too.
final class DatePickers {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private DatePickers() {}

    static void of(DatePicker picker) {
        picker.promptTextProperty().bind(Text.of("ventas.form.formato_fecha"));
        picker.setShowWeekNumbers(false);
        picker.setConverter(new Typed());
    }

    /// Whether something is typed that is no day.
    static boolean isWrong(DatePicker picker) {
        var typed = picker.getEditor().getText();
        return typed != null && !typed.isBlank() && parse(typed) == null;
    }

    /// What is typed now, also while the field has the focus.
    static @Nullable LocalDate value(DatePicker picker) {
        var typed = picker.getEditor().getText();
        return typed == null || typed.isBlank() ? null : parse(typed);
    }

    static String format(LocalDate date) {
        return SHOWN.format(date);
    }

    static @Nullable LocalDate parse(String typed) {
        var text = typed.strip().replace('-', '/').replace('.', '/').replace(' ', '/');
        if (text.matches("\\d{8}")) {
            text = text.substring(0, 2) + "/" + text.substring(2, 4) + "/" + text.substring(4);
        }
        var parts = text.split("/", -1);
        if (parts.length != 3 || !text.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
            return null;
        }
        try {
            return LocalDate.parse(pad(parts[0]) + "/" + pad(parts[1]) + "/" + parts[2], SHOWN);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static String pad(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    /// What is no day stays as it was typed, to be seen and mended; the picker would take it away.
    static final class Typed extends StringConverter<LocalDate> {
        private String wrong = "";

        @Override
        public String toString(@Nullable LocalDate date) {
            if (date != null) {
                wrong = "";
                return SHOWN.format(date);
            }
            return wrong;
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            var typed = text == null ? "" : text;
            var date = parse(typed);
            wrong = date == null ? typed : "";
            return date;
        }
    }
}
