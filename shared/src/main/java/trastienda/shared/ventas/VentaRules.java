package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.Regla;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/// The rules a sale's fields obey (SYSTEMS.md, section 6), run as one types and again on the
/// server: one pass names every field that is wrong. What needs the database (an active plan, an
/// order number in use) is the server's alone.
public final class VentaRules {
    /// The calendar the dates of a sale are on.
    public static final ZoneId ZONE = ZoneId.of("America/Bogota");

    /// Longest values, in characters, of the columns they are kept in.
    public static final int MAX_NOMBRE = 200;

    public static final int MAX_NUMERO_ORDEN = 50;
    public static final int MAX_BASE_ORIGEN = 100;
    public static final int MAX_USUARIO_GRETA = 100;
    public static final int MAX_OBSERVACION = 4000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int NIP_DIGITS = 5;

    private final Findings findings = new Findings();
    private final LocalDate today;

    private VentaRules(LocalDate today) {
        this.today = today;
    }

    /// Cleans and checks all fields at once.
    ///
    /// @param today the day on the Bogota calendar
    public static RevisionVenta check(VentaDatos datos, LocalDate today) {
        return new VentaRules(today).run(datos);
    }

    /// The NIP as it is shown: five digits, zeros in front.
    public static String nipTexto(int nip) {
        return String.format(Locale.ROOT, "%0" + NIP_DIGITS + "d", nip);
    }

    private RevisionVenta run(VentaDatos datos) {
        var tipo = tipoDocumento(datos.tipoDocumento());
        var documento = documento(tipo, datos);
        var expedicion = date("fecha_expedicion", datos.fechaExpedicion());
        if (expedicion != null && expedicion.isAfter(today)) {
            findings.error("fecha_expedicion", Regla.FECHA_FUTURA);
        }
        var nombre = line("nombre_completo", datos.nombreCompleto(), MAX_NOMBRE, true);
        var phones = new TelefonoRules(findings);
        var telefono = required("telefono_legalizacion", datos.telefonoLegalizacion());
        if (!telefono.isEmpty()) {
            telefono = phones.contact("telefono_legalizacion", telefono);
        }
        var plan = plan(datos.planAdquiere());
        var aPortar = required("numero_a_portar", datos.numeroAPortar());
        if (!aPortar.isEmpty()) {
            aPortar = phones.toPort("numero_a_portar", aPortar);
        }
        var nip = nip(datos.nip());
        var entrega = date("fecha_entrega", datos.fechaEntrega());
        var ventana = date("fecha_ventana_cambio", datos.fechaVentanaCambio());
        if (ventana != null) {
            window(ventana, entrega);
        }
        var orden = line("numero_orden", datos.numeroOrden(), MAX_NUMERO_ORDEN, true);
        var base = line("base_origen", datos.baseOrigen(), MAX_BASE_ORIGEN, false);
        var greta = line("usuario_greta", datos.usuarioGreta(), MAX_USUARIO_GRETA, false);
        var observacion = paragraphs("observacion", datos.observacion());
        if (!findings.errors().isEmpty()
                || tipo == null
                || documento == null
                || expedicion == null
                || plan == null
                || nip == null
                || entrega == null
                || ventana == null) {
            return new RevisionVenta.Invalida(findings.errors(), findings.warnings());
        }
        return new RevisionVenta.Valida(
                new VentaLimpia(
                        tipo,
                        documento.numero(),
                        documento.dv(),
                        expedicion,
                        nombre,
                        telefono,
                        plan,
                        aPortar,
                        nip,
                        entrega,
                        ventana,
                        orden,
                        base,
                        greta,
                        observacion),
                findings.warnings());
    }

    private @Nullable TipoDocumento tipoDocumento(@Nullable String typed) {
        var wire = required("tipo_documento", typed).strip().toUpperCase(Locale.ROOT);
        if (wire.isEmpty()) {
            return null;
        }
        try {
            return TipoDocumento.of(wire);
        } catch (IllegalArgumentException unknown) {
            findings.error("tipo_documento", Regla.OPCION_INVALIDA);
            return null;
        }
    }

    private DocumentoRules.@Nullable Documento documento(
            @Nullable TipoDocumento tipo, VentaDatos datos) {
        var typed = required("documento", datos.documento());
        if (typed.isEmpty() || tipo == null) {
            return null;
        }
        var dv = datos.documentoDv() == null ? "" : datos.documentoDv();
        return new DocumentoRules(findings).check(tipo, typed, dv);
    }

    private @Nullable Long plan(@Nullable Long id) {
        if (id == null) {
            findings.error("plan_adquiere", Regla.OBLIGATORIO);
        } else if (id <= 0) {
            findings.error("plan_adquiere", Regla.PLAN_DESCONOCIDO);
        }
        return id;
    }

    private @Nullable Integer nip(@Nullable String typed) {
        var digits = BLANKS.matcher(required("nip", typed)).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{" + NIP_DIGITS + "}")) {
            findings.error("nip", Regla.NIP_INVALIDO);
            return null;
        }
        return Integer.valueOf(digits);
    }

    private void window(LocalDate ventana, @Nullable LocalDate entrega) {
        var campo = "fecha_ventana_cambio";
        if (entrega != null && ventana.isBefore(entrega)) {
            findings.error(campo, Regla.VENTANA_ANTES_DE_ENTREGA);
            return;
        }
        if (ventana.equals(entrega)) {
            findings.warning(campo, Regla.VENTANA_IGUAL_A_ENTREGA);
        }
        if (ventana.isBefore(today)) {
            findings.warning(campo, Regla.VENTANA_PASADA);
        }
        if (FestivosColombia.isHoliday(ventana)) {
            findings.warning(campo, Regla.VENTANA_FESTIVO);
        } else if (ventana.getDayOfWeek() == DayOfWeek.SATURDAY
                || ventana.getDayOfWeek() == DayOfWeek.SUNDAY) {
            findings.warning(campo, Regla.VENTANA_FIN_DE_SEMANA);
        }
    }

    private @Nullable LocalDate date(String campo, @Nullable String typed) {
        var text = required(campo, typed).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                findings.error(campo, Regla.FUERA_DE_RANGO, FIRST_DAY, LAST_DAY);
                return null;
            }
            return day;
        } catch (DateTimeParseException notADate) {
            findings.error(campo, Regla.NO_ES_FECHA);
            return null;
        }
    }

    /// The text without surrounding blanks; empty, with an error, when there is none.
    private String required(String campo, @Nullable String typed) {
        var text = typed == null ? "" : trim(typed);
        if (text.isEmpty()) {
            findings.error(campo, Regla.OBLIGATORIO);
        } else if (!storable(text, true)) {
            findings.error(campo, Regla.CARACTERES_INVALIDOS);
            return "";
        }
        return text;
    }

    private String line(String campo, @Nullable String typed, int most, boolean required) {
        var text = typed == null ? "" : typed;
        if (required) {
            text = required(campo, text);
        }
        var clean =
                trim(
                        BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                                .replaceAll(" "));
        return fits(campo, clean, most, false);
    }

    private String paragraphs(String campo, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip().replace("\r\n", "\n").replace('\r', '\n');
        return fits(campo, text, MAX_OBSERVACION, true);
    }

    private String fits(String campo, String text, int most, boolean lines) {
        if (!storable(text, lines)) {
            findings.error(campo, Regla.CARACTERES_INVALIDOS);
        } else if (text.codePointCount(0, text.length()) > most) {
            findings.error(campo, Regla.LARGO_MAXIMO, most);
        }
        return text;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// No control characters (line ends and tabs only where `lines`), no halves of a character.
    private static boolean storable(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            boolean control = Character.isISOControl(point) && !(lines && isLineOrTab(point));
            if (half || control) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    private static boolean isLineOrTab(int point) {
        return point == '\n' || point == '\t';
    }
}
