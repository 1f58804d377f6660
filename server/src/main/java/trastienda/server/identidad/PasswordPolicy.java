package trastienda.server.identidad;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// What a password must be: 8–100 characters with an upper-case and a lower-case letter, a digit
/// and a special character, without the user's name in it.
final class PasswordPolicy {
    static final int LEAST = 8;
    static final int MOST = 100;

    /// How many former passwords may not come back.
    static final int REMEMBERED = 5;

    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final String SPECIAL = "-+*=";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordPolicy() {}

    static List<FieldError> check(String field, String password, String username) {
        var errors = new ArrayList<FieldError>();
        var length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            errors.add(FieldError.of(field, Regla.CLAVE_LARGO, LEAST, MOST));
        }
        require(errors, field, Regla.CLAVE_MAYUSCULA, password, Character::isUpperCase);
        require(errors, field, Regla.CLAVE_MINUSCULA, password, Character::isLowerCase);
        require(errors, field, Regla.CLAVE_DIGITO, password, Character::isDigit);
        require(
                errors,
                field,
                Regla.CLAVE_ESPECIAL,
                password,
                c -> !Character.isLetterOrDigit(c) && !Character.isISOControl(c));
        var name = username.toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && password.toLowerCase(Locale.ROOT).contains(name)) {
            errors.add(FieldError.of(field, Regla.CLAVE_CON_USUARIO));
        }
        return errors;
    }

    /// A password to be used once, which the policy allows this person: easy to read aloud, without
    /// letters that look alike.
    static String temporary(String username) {
        // a short name is in a random text now and then
        return Stream.generate(PasswordPolicy::random)
                .filter(made -> check("", made, username).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String random() {
        var all = UPPER + LOWER + DIGITS;
        var text = new StringBuilder();
        text.append(pick(UPPER)).append(pick(LOWER)).append(pick(DIGITS));
        for (int i = 0; i < 11; i++) {
            text.append(pick(all));
        }
        return text.insert(7, pick(SPECIAL)).toString();
    }

    private static char pick(String from) {
        return from.charAt(RANDOM.nextInt(from.length()));
    }

    private static void require(
            List<FieldError> errors,
            String field,
            Regla regla,
            String password,
            IntPredicate kind) {
        if (password.codePoints().noneMatch(kind)) {
            errors.add(FieldError.of(field, regla));
        }
    }
}
