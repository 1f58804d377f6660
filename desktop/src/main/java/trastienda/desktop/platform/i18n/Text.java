package trastienda.desktop.platform.i18n;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.text.SharedText;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Every word the desktop shows. [#of] gives a text that follows the language while it is bound;
/// [#now] gives it once, for what is written at this moment (a copied line, a notification).
///
/// The language belongs to the process, as `Locale`'s default does: this is the one place that
/// holds it.
public final class Text {
    /// One pair of bundles per feature, `<name>_es` and `<name>_en` under `i18n/`.
    static final List<String> BUNDLES =
            List.of("textos", "identidad", "ventas", "confrontas", "transferencias");

    private static final ReadOnlyObjectWrapper<Language> LANGUAGE =
            new ReadOnlyObjectWrapper<>(Language.ES);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// A row that scrolls by asks for several: one binding each, as the language is one.
    private static final Map<WireEnum, StringBinding> LABELS = new ConcurrentHashMap<>();

    private Text() {}

    /// The language now.
    public static Language language() {
        return LANGUAGE.get();
    }

    /// The language, to follow.
    public static ReadOnlyObjectProperty<Language> languageProperty() {
        return LANGUAGE.getReadOnlyProperty();
    }

    /// Switches every bound text; on the FX thread.
    public static void use(Language language) {
        LANGUAGE.set(language);
    }

    /// The locale of the language now.
    public static Locale locale() {
        return LANGUAGE.get().locale();
    }

    /// The text of a key, live. Parameters may be observable: the text follows them too.
    public static StringBinding of(String key, Object... parameters) {
        var watched =
                Arrays.stream(parameters)
                        .filter(ObservableValue.class::isInstance)
                        .map(Observable.class::cast)
                        .toArray(Observable[]::new);
        return live(() -> now(key, parameters), watched);
    }

    /// Any text made of words and formats, live; made again when the language or one of `watched`
    /// changes.
    public static StringBinding live(Supplier<String> text, Observable... watched) {
        var all = Arrays.copyOf(watched, watched.length + 1);
        all[watched.length] = LANGUAGE;
        return Bindings.createStringBinding(text::get, all);
    }

    /// The text of a key in the language now. A key that does not exist is a defect and throws.
    public static String now(String key, Object... parameters) {
        return in(language(), key, parameters);
    }

    /// The text of a key in a given language.
    public static String in(Language language, String key, Object... parameters) {
        var values =
                Arrays.stream(parameters)
                        .map(one -> one instanceof ObservableValue<?> live ? live.getValue() : one)
                        .toArray();
        return new MessageFormat(pattern(language, key), language.locale()).format(values);
    }

    /// The label of a shared enum value (a state, a kind of document), live; the same one each
    /// time.
    public static ObservableStringValue label(WireEnum value) {
        return LABELS.computeIfAbsent(value, one -> live(() -> labelNow(one)));
    }

    /// The label of a shared enum value now.
    public static String labelNow(WireEnum value) {
        return SharedText.label(locale(), value);
    }

    /// What a broken rule says, live.
    public static StringBinding rule(FieldError error) {
        return live(() -> SharedText.of(locale(), error));
    }

    /// What a problem says, live.
    public static StringBinding problem(ProblemCode code) {
        return live(() -> SharedText.of(locale(), code));
    }

    private static String pattern(Language language, String key) {
        for (var name : BUNDLES) {
            var bundle = bundle(name, language);
            if (bundle != null && bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("no text for " + key, Text.class.getName(), key);
    }

    private static @Nullable ResourceBundle bundle(String name, Language language) {
        try {
            return ResourceBundle.getBundle(
                    "trastienda.desktop.i18n." + name, Locale.of(language.code()), NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}
