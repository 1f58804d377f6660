package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.Regla;

import java.util.Locale;
import java.util.regex.Pattern;

/// The rules of a person's or firm's document, by its type (SYSTEMS.md, section 6).
final class DocumentoRules {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.,\\-]");
    private static final Pattern NIT_WITH_DIGIT =
            Pattern.compile("(.*\\d)[\\s\\p{Z}]*-[\\s\\p{Z}]*(\\d)");

    private final Findings findings;

    DocumentoRules(Findings findings) {
        this.findings = findings;
    }

    /// A document without separators, and for a NIT its check digit.
    record Documento(String numero, @Nullable String dv) {}

    /// Cleans and checks a document that is not blank.
    Documento check(TipoDocumento tipo, String typed, String typedDv) {
        return switch (tipo) {
            case CC -> cc(strip(typed));
            case CE -> ce(strip(typed));
            case PPT -> ppt(strip(typed));
            case PP -> passport(strip(typed).toUpperCase(Locale.ROOT));
            case NIT -> nit(typed.strip(), strip(typedDv));
        };
    }

    static String strip(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }

    private Documento cc(String number) {
        if (!number.matches("[1-9][0-9]{2,9}")) {
            findings.error("documento", Regla.CC_INVALIDA);
        } else if (number.length() <= 5 || number.length() == 9) {
            findings.warning("documento", Regla.CC_LARGO_POCO_USUAL);
        }
        return new Documento(number, null);
    }

    private Documento ce(String number) {
        if (!number.matches("[0-9]{1,15}")) {
            findings.error("documento", Regla.CE_INVALIDA);
        } else if (!number.matches("[0-9]{6,8}")) {
            findings.warning("documento", Regla.CE_LARGO_POCO_USUAL);
        }
        return new Documento(number, null);
    }

    private Documento ppt(String number) {
        if (!number.matches("[0-9]{6,9}")) {
            findings.error("documento", Regla.PPT_INVALIDO);
        }
        return new Documento(number, null);
    }

    private Documento passport(String number) {
        if (!number.matches("[A-Z0-9]{5,15}")) {
            findings.error("documento", Regla.PASAPORTE_INVALIDO);
        }
        return new Documento(number, null);
    }

    /// The check digit stands in a box of its own, or after a hyphen: `900572445-2`.
    private Documento nit(String typed, String typedDv) {
        var joined = NIT_WITH_DIGIT.matcher(typed);
        var number = strip(joined.matches() ? joined.group(1) : typed);
        var inNumber = joined.matches() ? joined.group(2) : "";
        var digit = typedDv.isEmpty() ? inNumber : typedDv;
        if (!number.matches("[0-9]{8,10}")) {
            findings.error("documento", Regla.NIT_INVALIDO);
            return new Documento(number, null);
        }
        var right = String.valueOf(Nit.checkDigit(number));
        if (digit.isEmpty()) {
            findings.error("documento_dv", Regla.NIT_DIGITO_FALTA, right);
        } else if (!digit.equals(right) || !(inNumber.isEmpty() || inNumber.equals(right))) {
            findings.error("documento_dv", Regla.NIT_DIGITO_ERRADO, right);
        }
        return new Documento(number, right);
    }
}
