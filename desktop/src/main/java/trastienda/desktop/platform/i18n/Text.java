package trastienda.desktop.platform.i18n;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.text.SharedText;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Supplier;

/// The words of every screen. A bound text follows the language at once, so that nothing typed is
/// lost when it changes. Each feature has its own bundle, `textos-<feature>_es|en.properties`.
public final class Text {
    /// The features that have a bundle.
    public static final List<String> BUNDLES =
            List.of("plataforma", "shell", "identidad", "ventas", "confrontas");

    /// Spanish of Colombia.
    public static final Locale SPANISH = Locale.of("es", "CO");

    /// English.
    public static final Locale ENGLISH = Locale.of("en", "US");

    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(SPANISH);

    /// The language, to be set and followed.
    public ObjectProperty<Locale> locale() {
        return locale;
    }

    /// A text that follows the language, and its parameters where they are observable.
    public StringBinding of(String key, Object... parameters) {
        return following(() -> now(key, parameters), parameters);
    }

    /// Any text that follows the language and whatever else it is made from.
    public StringBinding following(Supplier<String> text, Object... alsoOn) {
        var watched = new java.util.ArrayList<Observable>();
        watched.add(locale);
        for (var each : alsoOn) {
            if (each instanceof Observable observable) {
                watched.add(observable);
            }
        }
        return Bindings.createStringBinding(text::get, watched.toArray(Observable[]::new));
    }

    /// The text as it is now. A missing key is a defect and throws.
    public String now(String key, Object... parameters) {
        var values =
                java.util.Arrays.stream(parameters)
                        .map(each -> each instanceof ObservableValue<?> one ? one.getValue() : each)
                        .toArray();
        return new MessageFormat(pattern(key), locale.get()).format(values);
    }

    /// Whether there is such a text.
    public boolean has(String key) {
        return BUNDLES.stream().anyMatch(name -> bundle(name).containsKey(key));
    }

    /// The label of an enum's value.
    public StringBinding label(WireEnum value) {
        return following(() -> SharedText.label(locale.get(), value));
    }

    /// What a broken rule says, as it is now.
    public String now(FieldError error) {
        return SharedText.of(locale.get(), error);
    }

    /// What a problem says, as it is now.
    public String now(ProblemCode code) {
        return SharedText.of(locale.get(), code);
    }

    /// Numbers and dates in the language.
    public StringBinding formatted(Function<Formats, String> text, Object... alsoOn) {
        return following(() -> text.apply(formats()), alsoOn);
    }

    /// How the language writes numbers and dates.
    public Formats formats() {
        return new Formats(locale.get());
    }

    private String pattern(String key) {
        for (var name : BUNDLES) {
            var bundle = bundle(name);
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException(key, "textos", key);
    }

    private ResourceBundle bundle(String name) {
        var language = locale.get().getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("es");
        return ResourceBundle.getBundle(
                "trastienda.desktop.i18n.textos-" + name,
                language,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
