package trastienda.shared.ventas;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lexemes a typed text finds a sale by: what `trastienda.palabras` makes of it in the
/// database, where each kind is told, but for those of its state, its agent, its plan and its days.
public final class SaleWords {
    private static final String ACCENTED = "áéíóúàèìòùäëïöüâêîôûãõñç";
    private static final String BARE = "aeiouaeiouaeiouaeiouaonc";

    /// What divides words, and nothing else does; as in the database.
    static final Pattern BLANKS =
            Pattern.compile("[ \\t\\n\\x0b\\f\\r\\u00a0\\u2002\\u2003\\u2009\\u202f\\u3000]");

    private static final Pattern SIGNS = Pattern.compile("[\\x00-\\x7f&&[^0-9a-z]]");
    private static final Pattern EDGES = Pattern.compile("^%1$s+|%1$s+$".formatted(SIGNS));
    private static final Pattern SALE_NUMBER =
            Pattern.compile("porta-([0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final int DAY = 8;
    private static final int SHORTEST = 3;

    private final NavigableSet<String> all = new TreeSet<>();

    private SaleWords() {}

    /// The lexemes of a sale.
    public static NavigableSet<String> of(VentaDetalle venta) {
        return of(
                venta.nombreCompleto(),
                venta.plan().planNombre(),
                venta.numeroOrden(),
                venta.numero(),
                venta.documento(),
                venta.numeroAPortar(),
                venta.telefonoLegalizacion());
    }

    /// The lexemes of a sale of which these are the texts.
    public static NavigableSet<String> of(
            String nombre,
            String plan,
            String orden,
            String numero,
            String documento,
            String linea,
            String telefono) {
        var words = new SaleWords();
        var sale = SALE_NUMBER.matcher(numero);
        if (sale.matches()) {
            var digits = sale.group(1);
            words.all.add("#" + digits);
            words.all.add("@d" + digits.substring(0, Math.min(DAY, digits.length())));
        }
        var text = String.join(" ", nombre, plan, orden, sale.matches() ? "porta" : numero);
        BLANKS.splitAsStream(fold(text))
                .forEach(
                        written -> {
                            words.written(EDGES.matcher(written).replaceAll(""));
                            words.number(written);
                        });
        Stream.of(orden, documento, linea, telefono).forEach(words::number);
        return words.all;
    }

    private void written(String written) {
        var bare = SIGNS.matcher(written).replaceAll("");
        if (!bare.equals(written) && !DIGITS.matcher(bare).matches()) {
            all.add(written);
        }
        SIGNS.splitAsStream(written).filter(word -> !word.isEmpty()).forEach(this::word);
    }

    private void word(String word) {
        var length = word.codePointCount(0, word.length());
        if (!DIGITS.matcher(word).matches()) {
            all.add("<" + beginning(word, 1));
            all.add("<" + beginning(word, 2));
            if (length >= SHORTEST) {
                all.add(word);
            }
        } else {
            all.add(word);
            if (length >= SHORTEST) {
                all.add("<" + beginning(word, SHORTEST));
            }
        }
    }

    private void number(String written) {
        var digits = written.replaceAll("[^0-9]", "");
        if (digits.length() >= SHORTEST) {
            all.add(digits);
            all.add("<" + beginning(digits, SHORTEST));
            all.add("~" + new StringBuilder(digits).reverse());
        }
    }

    private static String beginning(String word, int most) {
        return word.codePoints()
                .limit(most)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /// As `trastienda.sin_tildes`.
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(
                        letter -> {
                            var at = ACCENTED.indexOf(letter);
                            return at < 0 ? letter : BARE.charAt(at);
                        })
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
