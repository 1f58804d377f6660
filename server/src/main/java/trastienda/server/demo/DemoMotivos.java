package trastienda.server.demo;

import org.jspecify.annotations.Nullable;

import trastienda.server.demo.DemoVenta.Mismatch;
import trastienda.server.demo.DemoVenta.Motivo;
import trastienda.shared.ventas.EstadoVenta;

import java.util.List;
import java.util.random.RandomGenerator;

/// Why sales come back, fall or wait, as people at the back office write it.
final class DemoMotivos {
    private static final List<Motivo> RETURNED =
            List.of(
                    new Motivo(
                            "El teléfono de legalización no coincide con el de la confronta.",
                            List.of("telefono_legalizacion")),
                    new Motivo(
                            "La firma no se lee; por favor escanear de nuevo.",
                            List.of("confronta")),
                    new Motivo(
                            "La fecha de expedición no es la del documento.",
                            List.of("fecha_expedicion")),
                    new Motivo("El NIP venció: pedir uno nuevo al cliente.", List.of("nip")),
                    new Motivo(
                            "Nombre y documento no corresponden al titular de la línea.",
                            List.of("nombre_completo", "documento")));
    private static final List<String> REJECTED =
            List.of(
                    "La línea tiene deuda con el operador actual.",
                    "El titular no reconoce la venta.",
                    "Documento adulterado.",
                    "El cliente pidió la portabilidad hace menos de 30 días.");
    private static final List<String> CANCELLED =
            List.of(
                    "El cliente desistió.",
                    "El operador actual le mejoró el plan.",
                    "No recibió la SIM en tres visitas.",
                    "Venta repetida.");
    private static final List<String> ESCALATED =
            List.of(
                    "Documentación: falta la cámara de comercio.",
                    "Sistema: el operador no responde la consulta del NIP.",
                    "Otro: el titular está fuera del país.");
    private static final List<String> REMARKS =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "Llamar después de las 5 p. m.",
                    "Entregar en portería.",
                    "Cliente habla por WhatsApp.",
                    "Pide conservar el mismo número.",
                    "Recibe la SIM la esposa.");

    private DemoMotivos() {}

    /// Why a sale once stood in that state.
    static String usual(EstadoVenta estado, int n) {
        return estado == EstadoVenta.ESCALAMIENTO
                ? ESCALATED.get(n % ESCALATED.size())
                : RETURNED.get(n % RETURNED.size()).texto();
    }

    static @Nullable Motivo of(EstadoVenta estado, int n, RandomGenerator random) {
        return switch (estado) {
            case DEVUELTA -> RETURNED.get(n % RETURNED.size());
            case RECHAZADA -> new Motivo(DemoNames.of(REJECTED, random), List.of());
            case CANCELADA -> new Motivo(DemoNames.of(CANCELLED, random), List.of());
            case ESCALAMIENTO, VENTA_CON_ESCALAMIENTO, ESCALAMIENTO_NO_SOLUCIONADO ->
                    new Motivo(DemoNames.of(ESCALATED, random), List.of());
            default -> null;
        };
    }

    /// What a returned sale's paper says otherwise.
    static Mismatch mismatch(@Nullable Motivo motivo) {
        if (motivo == null || motivo.campos().isEmpty()) {
            return Mismatch.NONE;
        }
        return switch (motivo.campos().getFirst()) {
            case "telefono_legalizacion" -> Mismatch.TELEFONO;
            case "fecha_expedicion" -> Mismatch.EXPEDICION;
            case "nombre_completo" -> Mismatch.NOMBRE;
            default -> Mismatch.NONE;
        };
    }

    static String observacion(RandomGenerator random) {
        return DemoNames.of(REMARKS, random);
    }
}
