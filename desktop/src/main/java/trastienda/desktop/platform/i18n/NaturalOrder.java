package trastienda.desktop.platform.i18n;

import java.math.BigInteger;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as a person sorts them: by letters whatever their accents, and numbers by their value, so
/// that *20 GB* stands before *120 GB*.
public final class NaturalOrder implements Comparator<String> {
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private final Collator letters = Collator.getInstance(Locale.of("es"));

    @Override
    public int compare(String one, String other) {
        var left = PIECE.matcher(one);
        var right = PIECE.matcher(other);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            var order = piece(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : 0;
    }

    private int piece(String one, String other) {
        return Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0))
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : letters.compare(one, other);
    }
}
