package trastienda.shared.ventas;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import trastienda.shared.problem.Regla;

import java.util.regex.Pattern;

/// The rules of Colombian telephone numbers (SYSTEMS.md, section 6).
final class TelefonoRules {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.,\\-()]");
    private static final Pattern COUNTRY = Pattern.compile("(?:\\+57|0057|57(?=[0-9]{10}$))");
    private static final Pattern MOBILE = Pattern.compile("3[0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("60[124-8][0-9]{7}");

    private final Findings findings;

    TelefonoRules(Findings findings) {
        this.findings = findings;
    }

    /// A phone where the customer is reached: a mobile or a landline with its area code.
    String contact(String campo, String typed) {
        var number = strip(typed);
        if (!MOBILE.matcher(number).matches() && !LANDLINE.matcher(number).matches()) {
            findings.error(campo, Regla.TELEFONO_INVALIDO);
        } else {
            doubt(campo, number);
        }
        return number;
    }

    /// The mobile that changes operator.
    String toPort(String campo, String typed) {
        var number = strip(typed);
        if (!MOBILE.matcher(number).matches()) {
            findings.error(campo, Regla.NUMERO_A_PORTAR_INVALIDO);
        } else {
            doubt(campo, number);
        }
        return number;
    }

    private static String strip(String typed) {
        var bare = SEPARATORS.matcher(typed).replaceAll("");
        var country = COUNTRY.matcher(bare);
        return country.lookingAt() ? bare.substring(country.end()) : bare;
    }

    private void doubt(String campo, String number) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            if (!phones.isValidNumber(phones.parse(number, "CO"))) {
                findings.warning(campo, Regla.TELEFONO_DUDOSO);
            }
        } catch (NumberParseException unknown) {
            findings.warning(campo, Regla.TELEFONO_DUDOSO);
        }
    }
}
