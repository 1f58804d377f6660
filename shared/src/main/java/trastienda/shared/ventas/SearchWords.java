package trastienda.shared.ventas;

import trastienda.shared.ventas.SearchQuery.All;
import trastienda.shared.ventas.SearchQuery.Any;
import trastienda.shared.ventas.SearchQuery.Lexeme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person typed into the search, as a question to the [SaleWords] of a sale: every word must
/// be found, by its beginning; a number by its beginning or its end, with or without the separators
/// it was typed with; a sale's number by its beginning.
///
/// A word holds no sign of ASCII, so nothing typed is one of the lexemes that begin with a sign;
/// only a word with signs inside is looked for as it is, and begins with none.
public final class SearchWords {
    /// Fewer letters than this find too much.
    public static final int SHORTEST = 3;

    /// More letters than this are not looked for.
    public static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 .()\\-]*[0-9]");
    private static final Pattern SALE_NUMBER = Pattern.compile("porta-([0-9]{1,24})");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SIGNS = Pattern.compile("[\\x00-\\x7f&&[^0-9a-z]]+");
    private static final Pattern EDGES = Pattern.compile("^%1$s|%1$s$".formatted(SIGNS.pattern()));

    /// So many of a masked number's last digits are shown.
    private static final int SHOWN = 4;

    /// The digits of a sale's number that are its day.
    private static final int DAY = 8;

    private SearchWords() {}

    /// The question; one that finds nothing for a text of signs only.
    public static SearchQuery of(String typed) {
        var words = words(typed).distinct().map(SearchWords::word).toList();
        if (words.isEmpty()) {
            return new Any(List.of());
        }
        var all = all(words);
        return NUMBER.matcher(typed).matches() ? new Any(List.of(number(digits(typed)), all)) : all;
    }

    /// What of a question may be asked by someone who sees numbers masked, `••••4050`: those that
    /// are typed whole, and the digits that are shown. Number after number, a beginning that finds
    /// a sale would tell the rest.
    public static SearchQuery masked(SearchQuery query) {
        return switch (query) {
            case Lexeme lexeme -> masked(lexeme);
            case All(var parts) -> new All(parts.stream().map(SearchWords::masked).toList());
            case Any(var parts) -> new Any(parts.stream().map(SearchWords::masked).toList());
        };
    }

    private static SearchQuery masked(Lexeme lexeme) {
        var text = lexeme.text();
        if (DIGITS.matcher(text).matches()) {
            return new Lexeme(text, false, false);
        }
        var kind = text.charAt(0);
        var tells =
                kind == '~' ? text.length() > 1 + SHOWN : kind == '<' && text.length() > SHORTEST;
        return tells ? new Any(List.of()) : lexeme;
    }

    /// The words as they were typed, without signs around them.
    private static Stream<String> words(String typed) {
        return SaleWords.BLANKS
                .splitAsStream(fold(typed))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty());
    }

    /// Whether one word at least is of letters and was typed without signs in it.
    public static boolean hasWord(String typed) {
        return words(typed).anyMatch(word -> !SIGNS.matcher(word).find() && ofLetters(word));
    }

    /// Whether there is enough to look for.
    public static boolean enough(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return digits(typed).length() >= SHORTEST;
        }
        return words(typed).anyMatch(word -> word.codePointCount(0, word.length()) >= SHORTEST);
    }

    /// As what is looked through, which is written with whole letters: so is what was typed, then.
    private static String fold(String text) {
        return SaleWords.fold(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static SearchQuery word(String written) {
        var sale = SALE_NUMBER.matcher(written);
        if (sale.matches()) {
            var digits = sale.group(1);
            return beginning((digits.length() > DAY ? "#" : "@d") + digits);
        }
        var parts = SIGNS.splitAsStream(written).distinct().map(SearchWords::part).toList();
        if (parts.size() == 1 && !SIGNS.matcher(written).find()) {
            return parts.getFirst();
        }
        var digits = written.replaceAll("[^0-9]", "");
        var whole =
                SIGNS.matcher(written).replaceAll("").equals(digits)
                        ? number(digits)
                        : beginning(written);
        return new Any(List.of(all(parts), whole));
    }

    private static SearchQuery part(String part) {
        if (DIGITS.matcher(part).matches()) {
            return number(part);
        }
        return ofLetters(part)
                ? new Lexeme(part, true, true)
                : new Lexeme("<" + part, false, false);
    }

    private static boolean ofLetters(String part) {
        return !DIGITS.matcher(part).matches() && part.codePointCount(0, part.length()) >= SHORTEST;
    }

    /// One or two digits are a number of their own; three are too many numbers' beginning to be
    /// looked for one by one.
    private static SearchQuery number(String digits) {
        if (digits.length() < SHORTEST) {
            return new Lexeme(digits, false, false);
        }
        var ways = new ArrayList<SearchQuery>();
        ways.add(
                digits.length() == SHORTEST
                        ? new Lexeme("<" + digits, false, false)
                        : beginning(digits));
        ways.add(beginning("~" + new StringBuilder(digits).reverse()));
        if (digits.length() >= DAY) {
            ways.add(beginning("#" + digits));
        }
        return new Any(List.copyOf(ways));
    }

    private static String digits(String typed) {
        var digits = typed.replaceAll("[^0-9]", "");
        return typed.startsWith("+57") && digits.length() > 2 ? digits.substring(2) : digits;
    }

    private static SearchQuery beginning(String text) {
        return new Lexeme(text, true, false);
    }

    private static SearchQuery all(List<SearchQuery> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }
}
