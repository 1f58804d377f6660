package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person typed into the search, as patterns for `like` on the folded search column: every
/// word must be found; a number typed with separators is looked for with and without them, and a
/// sale's number by its beginning.
final class SearchWords {
    /// Fewer letters than this in every word cannot use the index.
    static final int SHORTEST = 3;

    static final int LONGEST = 100;
    private static final int MOST = 6;
    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 .()\\-]*[0-9]");
    private static final Pattern SALE_NUMBER = Pattern.compile("porta-[0-9]{1,14}");
    private static final int SPECIFIC_DIGITS = 6;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private SearchWords() {}

    /// The words; all of them must be found.
    static List<SearchWord> of(@Nullable String typed) {
        if (typed == null) {
            return List.of();
        }
        if (NUMBER.matcher(typed).matches()) {
            var digits = digits(typed);
            var whole = fold(typed);
            var patterns =
                    digits.equals(whole)
                            ? List.of(pattern(digits))
                            : List.of(pattern(digits), pattern(whole));
            return List.of(new SearchWord.Text(patterns, digits.length() >= SPECIFIC_DIGITS));
        }
        var words = new ArrayList<SearchWord>();
        for (var word : fold(typed).split("[\\s\\p{Z}]+", MOST)) {
            words.add(
                    SALE_NUMBER.matcher(word).matches()
                            ? new SearchWord.Numero(word.toUpperCase(Locale.ROOT))
                            : new SearchWord.Text(List.of(pattern(word)), specific(word)));
        }
        return words;
    }

    /// Whether there is enough to look for.
    static boolean enough(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return digits(typed).length() >= SHORTEST;
        }
        for (var word : typed.split("[\\s\\p{Z}]+", MOST)) {
            if (word.codePointCount(0, word.length()) >= SHORTEST) {
                return true;
            }
        }
        return false;
    }

    /// As `trastienda.sin_tildes` folds what is looked through.
    static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    private static boolean specific(String word) {
        return word.chars().filter(Character::isDigit).count() >= SPECIFIC_DIGITS;
    }

    private static String digits(String typed) {
        var digits = typed.replaceAll("[^0-9]", "");
        return typed.startsWith("+57") && digits.length() > 2 ? digits.substring(2) : digits;
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
