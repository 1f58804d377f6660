package trastienda.desktop.platform.i18n;

import java.text.Normalizer;
import java.util.Locale;

/// Text as one compares it while somebody types: `ÁLVAREZ`, `álvarez` and `alvarez` are the same.
public final class Letters {
    private Letters() {}

    /// Lower case without accents, ligatures as their letters.
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
