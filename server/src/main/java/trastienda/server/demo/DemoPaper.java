package trastienda.server.demo;

import trastienda.server.demo.DemoVenta.DemoArchivo;
import trastienda.server.demo.DemoVenta.Mismatch;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What stands on a confronta, whatever it is drawn with: a customer's signed authorisation with
/// the sale's own data, and now and then one value that is not the sale's.
record DemoPaper(String numero, String fecha, List<Line> lines, String llamada, int pages) {
    static final String CODE = "Código F-POR-07 · v. 12";
    static final String TITLE = "AUTORIZACIÓN DE PORTABILIDAD NUMÉRICA";
    static final List<String> CONSENT =
            List.of(
                    "Yo, identificado(a) como aparece arriba, autorizo de manera libre y expresa"
                            + " el",
                    "cambio de operador del número indicado y declaro que los datos entregados son",
                    "verdaderos. Conozco el valor del plan, su cargo fijo mensual y la fecha de la",
                    "ventana de cambio.");

    private static final Locale SPANISH = Locale.of("es", "CO");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter LONG_DAY =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", SPANISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    /// A label and the value written beside it.
    record Line(String label, String value) {}

    static DemoPaper of(DemoVenta venta, DemoArchivo archivo) {
        var titular = venta.titular();
        var wrong = archivo.mismatch();
        var expedicion =
                wrong == Mismatch.EXPEDICION
                        ? titular.expedicion().plusDays(27)
                        : titular.expedicion();
        var documento = grouped(titular.documento());
        if (titular.dv() != null) {
            documento += "-" + titular.dv();
        }
        var at = venta.creada().atZone(DemoDays.BOGOTA);
        var lines =
                List.of(
                        new Line(
                                "Nombre del titular",
                                wrong == Mismatch.NOMBRE
                                        ? otherName(titular.nombre())
                                        : titular.nombre()),
                        new Line(
                                "Documento",
                                titular.tipo().name()
                                        + " "
                                        + (wrong == Mismatch.DOCUMENTO
                                                ? swapped(documento)
                                                : documento)),
                        new Line("Expedida", DAY.format(expedicion) + " en " + titular.ciudad()),
                        new Line("Número a portar", spaced(venta.numeroAPortar())),
                        new Line(
                                "Teléfono de contacto",
                                spaced(
                                        wrong == Mismatch.TELEFONO
                                                ? swapped(venta.telefono())
                                                : venta.telefono())),
                        new Line("NIP", nip(archivo, wrong)),
                        new Line("Plan elegido", venta.plan().nombre()),
                        new Line("Cargo fijo mensual", money(venta) + " IVA incluido"),
                        new Line("Fecha de entrega", day(venta.entrega())),
                        new Line("Ventana de cambio", day(venta.ventana())));
        return new DemoPaper(
                venta.numero(),
                "Resolución CRC 5929 de 2020 · "
                        + titular.ciudad()
                        + ", "
                        + LONG_DAY.format(at.toLocalDate()),
                lines,
                "Grabación de voz: llamada "
                        + venta.orden().substring(2)
                        + " · "
                        + SECOND.format(ended(at)),
                archivo.pages());
    }

    private static ZonedDateTime ended(ZonedDateTime registered) {
        return registered.minusMinutes(6);
    }

    private static String nip(DemoArchivo archivo, Mismatch wrong) {
        var text = "%05d".formatted(archivo.nip());
        return wrong == Mismatch.NIP ? swapped(text) : text;
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String money(DemoVenta venta) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        return "$ " + new DecimalFormat("#,##0", symbols).format(venta.plan().cfm());
    }

    private static String grouped(String digits) {
        return digits.chars().allMatch(Character::isDigit)
                ? digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".")
                : digits;
    }

    private static String spaced(String phone) {
        return phone.substring(0, 3) + " " + phone.substring(3, 6) + " " + phone.substring(6);
    }

    private static String otherName(String name) {
        var cut = name.lastIndexOf(' ');
        return cut < 0 ? name : name.substring(0, cut);
    }

    /// The text with its last two different neighbouring digits swapped, as a tired hand does.
    private static String swapped(String text) {
        for (int i = text.length() - 1; i > 0; i--) {
            var a = text.charAt(i - 1);
            var b = text.charAt(i);
            if (a != b && Character.isDigit(a) && Character.isDigit(b)) {
                return text.substring(0, i - 1) + b + a + text.substring(i + 1);
            }
        }
        return text + "0";
    }
}
