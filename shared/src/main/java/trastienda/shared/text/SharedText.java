package trastienda.shared.text;

import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.Regla;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Text that both ends show: the words of rules, problems and enum values. Bundles `textos_es` and
/// `textos_en`; any other language reads Spanish.
public final class SharedText {
    private static final String BUNDLE = "trastienda.shared.text.textos";

    private SharedText() {}

    /// The text of a key with its parameters. A missing key is a defect and throws.
    public static String of(Locale locale, String key, Object... parameters) {
        var pattern = bundle(locale).getString(key);
        return new MessageFormat(pattern, locale).format(parameters);
    }

    /// What a broken rule says.
    public static String of(Locale locale, FieldError error) {
        return of(locale, error.regla(), error.parametros().toArray());
    }

    /// What a rule says. The limit of `ARCHIVO_GRANDE` is given in bytes and read in megabytes.
    public static String of(Locale locale, Regla regla, Object... parameters) {
        var shown = regla == Regla.ARCHIVO_GRANDE ? megabytes(locale, parameters) : parameters;
        return of(locale, "regla." + regla.wire(), shown);
    }

    /// What a problem says.
    public static String of(Locale locale, ProblemCode code) {
        return of(locale, "problema." + code.wire());
    }

    /// The label of an enum value: key `<type>.<value>`, the type's simple name in lower case.
    public static String label(Locale locale, WireEnum value) {
        return of(
                locale,
                value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.wire());
    }

    private static Object[] megabytes(Locale locale, Object... parameters) {
        try {
            var bytes = Long.parseLong(String.valueOf(parameters.length == 0 ? "" : parameters[0]));
            var format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(1);
            return new Object[] {format.format(bytes / (1024.0 * 1024.0)) + " MB"};
        } catch (NumberFormatException notBytes) {
            return parameters;
        }
    }

    /// The bundle of a language.
    public static ResourceBundle bundle(Locale locale) {
        try {
            var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("es");
            return ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
        } catch (MissingResourceException absent) {
            throw new IllegalStateException("the text bundles are part of this program", absent);
        }
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
