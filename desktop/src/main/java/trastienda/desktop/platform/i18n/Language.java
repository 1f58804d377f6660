package trastienda.desktop.platform.i18n;

import java.util.Locale;

/// The languages the desktop speaks, each with the formats of its readers here: Colombia's dates
/// and money in both.
public enum Language {
    ES(Locale.of("es", "CO"), "Español"),
    EN(Locale.of("en", "CO"), "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /// The language with the country.
    public Locale locale() {
        return locale;
    }

    /// The language's name in itself.
    public String ownName() {
        return ownName;
    }

    /// The language of a code (`es`, `en`); Spanish for any other.
    public static Language of(String code) {
        return code.equalsIgnoreCase("en") ? EN : ES;
    }

    /// The code, `es` or `en`.
    public String code() {
        return locale.getLanguage();
    }
}
