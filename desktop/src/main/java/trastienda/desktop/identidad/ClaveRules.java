package trastienda.desktop.identidad;

import trastienda.shared.problem.Regla;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The password policy as one types; the server checks it again, and whether it was used before.
final class ClaveRules {
    static final int LEAST = 8;
    static final int MOST = 100;

    private ClaveRules() {}

    /// Each rule, in the order shown, and whether the password keeps it.
    static Map<Regla, Boolean> check(String password, String username) {
        var length = password.codePointCount(0, password.length());
        var kept = new EnumMap<Regla, Boolean>(Regla.class);
        kept.put(Regla.CLAVE_LARGO, length >= LEAST && length <= MOST);
        kept.put(Regla.CLAVE_MAYUSCULA, password.codePoints().anyMatch(Character::isUpperCase));
        kept.put(Regla.CLAVE_MINUSCULA, password.codePoints().anyMatch(Character::isLowerCase));
        kept.put(Regla.CLAVE_DIGITO, password.codePoints().anyMatch(Character::isDigit));
        kept.put(
                Regla.CLAVE_ESPECIAL,
                password.codePoints()
                        .anyMatch(
                                c -> !Character.isLetterOrDigit(c) && !Character.isISOControl(c)));
        kept.put(
                Regla.CLAVE_CON_USUARIO,
                !password.isEmpty()
                        && !password.toLowerCase(Locale.ROOT)
                                .contains(username.toLowerCase(Locale.ROOT)));
        return kept;
    }

    /// Whether all rules are kept.
    static boolean isGood(String password, String username) {
        return !check(password, username).containsValue(false);
    }
}
