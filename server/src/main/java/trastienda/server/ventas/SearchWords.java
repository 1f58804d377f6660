package trastienda.server.ventas;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person typed into the search, as a `tsquery` on what `trastienda.palabras` makes of a
/// sale: every word must be found, by its beginning; a number by its beginning or its end, with or
/// without the separators it was typed with; a sale's number by its beginning.
///
/// A word holds no sign of ASCII, so nothing typed is syntax, nor one of the lexemes that begin
/// with a sign; only a word with signs inside is quoted as it is, and begins with none.
final class SearchWords {
    /// Fewer letters than this find too much.
    static final int SHORTEST = 3;

    static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 .()\\-]*[0-9]");
    private static final Pattern SALE_NUMBER = Pattern.compile("porta-([0-9]{1,24})");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS = Pattern.compile("[\\x00-\\x7f&&[^0-9a-z]]+");
    private static final Pattern EDGES = Pattern.compile("^%1$s|%1$s$".formatted(SIGNS.pattern()));
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /// The digits of a sale's number that are its day.
    private static final int DAY = 8;

    /// What no sale has.
    static final String NOTHING = "'@'";

    private SearchWords() {}

    /// The query.
    ///
    /// @param place what a word of letters is looked for behind: nothing, or a [Days#wordPlace]
    static String of(String typed, String place) {
        var words =
                BLANKS.splitAsStream(fold(typed))
                        .map(word -> EDGES.matcher(word).replaceAll(""))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .map(word -> word(word, place))
                        .collect(Collectors.joining(" & "));
        if (words.isEmpty()) {
            return NOTHING;
        }
        return NUMBER.matcher(typed).matches()
                ? "(%s | (%s))".formatted(number(digits(typed)), words)
                : words;
    }

    /// Whether what is found is of the place alone: one word at least is looked for behind it.
    static boolean placed(String typed) {
        return BLANKS.splitAsStream(fold(typed))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .anyMatch(word -> !SIGNS.matcher(word).find() && ofLetters(word));
    }

    /// Whether there is enough to look for.
    static boolean enough(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return digits(typed).length() >= SHORTEST;
        }
        return BLANKS.splitAsStream(fold(typed))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .anyMatch(word -> word.codePointCount(0, word.length()) >= SHORTEST);
    }

    /// As `trastienda.sin_tildes` folds what is looked through.
    static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    /// A word as it was typed, without signs around it.
    private static String word(String written, String place) {
        var sale = SALE_NUMBER.matcher(written);
        if (sale.matches()) {
            var digits = sale.group(1);
            return beginning((digits.length() > DAY ? "#" : "@d") + digits);
        }
        var parts =
                SIGNS.splitAsStream(written)
                        .map(part -> part(part, place))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var all = String.join(" & ", parts);
        if (parts.size() == 1 && !SIGNS.matcher(written).find()) {
            return all;
        }
        var ways = new ArrayList<>(List.of("(" + all + ")"));
        var digits = written.replaceAll("[^0-9]", "");
        if (SIGNS.matcher(written).replaceAll("").equals(digits)) {
            ways.add(number(digits));
        } else {
            ways.add(beginning(written));
        }
        return "(" + String.join(" | ", ways) + ")";
    }

    private static String part(String part, String place) {
        if (DIGITS.matcher(part).matches()) {
            return number(part);
        }
        return ofLetters(part) ? beginning(place + part) : lexeme("<" + part);
    }

    private static boolean ofLetters(String part) {
        return !DIGITS.matcher(part).matches() && part.codePointCount(0, part.length()) >= SHORTEST;
    }

    /// One or two digits are a number of their own; three are too many numbers' beginning to be
    /// looked for one by one.
    private static String number(String digits) {
        if (digits.length() < SHORTEST) {
            return lexeme(digits);
        }
        var ways = new ArrayList<String>();
        ways.add(digits.length() == SHORTEST ? lexeme("<" + digits) : beginning(digits));
        ways.add(beginning("~" + new StringBuilder(digits).reverse()));
        if (digits.length() >= DAY) {
            ways.add(beginning("#" + digits));
        }
        return "(" + String.join(" | ", ways) + ")";
    }

    private static String digits(String typed) {
        var digits = typed.replaceAll("[^0-9]", "");
        return typed.startsWith("+57") && digits.length() > 2 ? digits.substring(2) : digits;
    }

    private static String beginning(String text) {
        return lexeme(text) + ":*";
    }

    static String lexeme(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
