package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// A sale's data as lists of names and values; masked ones with the link that shows them.
final class VentaFacts {
    private static final String MASK = "••••";

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final ProofList proof = new ProofList();
    private final ProofList course = new ProofList();
    private final ProofList plan = new ProofList();
    private final Consumer<String> reveal;

    VentaFacts(Consumer<String> reveal) {
        this.reveal = reveal;
    }

    ProofList proof() {
        return proof;
    }

    ProofList course() {
        return course;
    }

    ProofList plan() {
        return plan;
    }

    void show(VentaDetalle venta, Map<String, String> revealed) {
        var looks = venta.acciones().contains(AccionVenta.VER_DATO);
        proof.clear();
        proof.row("ventas.campo.titular", venta.nombreCompleto());
        value("ventas.campo.documento", "documento", documento(venta), revealed, looks);
        proof.row("ventas.campo.expedicion", date(venta.fechaExpedicion()));
        value(
                "ventas.campo.numero_a_portar",
                "numero_a_portar",
                phone(venta.numeroAPortar()),
                revealed,
                looks);
        value(
                "ventas.campo.telefono",
                "telefono_legalizacion",
                phone(venta.telefonoLegalizacion()),
                revealed,
                looks);
        value("ventas.campo.nip", "nip", venta.nip() == null ? "—" : venta.nip(), revealed, looks);
        proof.row("ventas.campo.plan", venta.plan().planNombre());
        proof.row("ventas.campo.cfm", money(venta.plan().planCfm()));
        showCourse(venta);
        showPlan(venta);
    }

    /// What the confronta must prove, by the key of its row; masked values cannot be looked for.
    List<Claim> claims(VentaDetalle venta, Map<String, String> revealed) {
        var claims = new ArrayList<Claim>();
        claim(claims, "ventas.campo.titular", venta.nombreCompleto());
        claim(
                claims,
                "ventas.campo.documento",
                revealed.getOrDefault("documento", venta.documento()));
        dates(claims, "ventas.campo.expedicion", venta.fechaExpedicion());
        claim(
                claims,
                "ventas.campo.numero_a_portar",
                revealed.getOrDefault("numero_a_portar", venta.numeroAPortar()));
        claim(
                claims,
                "ventas.campo.telefono",
                revealed.getOrDefault("telefono_legalizacion", venta.telefonoLegalizacion()));
        var nip = revealed.getOrDefault("nip", venta.nip() == null ? "" : venta.nip());
        claim(claims, "ventas.campo.nip", nip);
        claim(claims, "ventas.campo.plan", venta.plan().planNombre());
        var cfm = venta.plan().planCfm();
        if (cfm != null) {
            claims.add(
                    new Claim(
                            "ventas.campo.cfm", List.of(Formats.money(cfm), cfm.toPlainString())));
        }
        return claims;
    }

    private static void claim(List<Claim> claims, String key, String value) {
        if (!value.isBlank() && !value.contains(MASK)) {
            claims.add(new Claim(key, List.of(value)));
        }
    }

    private static void dates(List<Claim> claims, String key, @Nullable LocalDate date) {
        if (date != null) {
            claims.add(
                    new Claim(
                            key,
                            List.of(DAY_FIRST.format(date), date.toString(), Formats.date(date))));
        }
    }

    private void showCourse(VentaDetalle venta) {
        course.clear();
        course.row("ventas.campo.orden", venta.numeroOrden());
        course.row("ventas.campo.entrega", date(venta.fechaEntrega()));
        course.row("ventas.campo.ventana", date(venta.fechaVentanaCambio()));
        course.row("ventas.campo.logistica", Text.label(venta.estadoLogistica()));
        course.row("ventas.campo.portabilidad", Text.label(venta.estadoPortabilidad()));
        if (!venta.baseOrigen().isBlank()) {
            course.row("ventas.campo.base", venta.baseOrigen());
        }
        if (!venta.usuarioGreta().isBlank()) {
            course.row("ventas.campo.greta", venta.usuarioGreta());
        }
        if (venta.backofficeNombre() != null && !venta.backofficeNombre().isBlank()) {
            course.row("ventas.campo.backoffice", venta.backofficeNombre());
        }
        course.row("ventas.campo.creada", Text.live(() -> Formats.dateTime(venta.fechaCreacion())));
        if (!venta.observacion().isBlank()) {
            course.row("ventas.campo.observacion", venta.observacion());
        }
    }

    private void showPlan(VentaDetalle venta) {
        plan.clear();
        plan.row("ventas.campo.plan", venta.plan().planNombre());
        plan.row("ventas.campo.codigo", venta.plan().planCodigo());
        plan.row("ventas.campo.cfm", money(venta.plan().planCfm()));
        plan.row("ventas.campo.cfm_sin_iva", money(venta.plan().planCfmSinIva()));
        if (!venta.plan().planCaracteristicas().isBlank()) {
            var lines = venta.plan().planCaracteristicas().split("\\|", -1);
            plan.row("ventas.campo.incluye", String.join("\n", lines));
        }
    }

    private void value(
            String key, String campo, String shown, Map<String, String> revealed, boolean looks) {
        var clear = revealed.get(campo);
        if (clear != null) {
            proof.row(key, clear);
        } else if (looks && shown.contains(MASK)) {
            proof.masked(key, shown, () -> reveal.accept(campo));
        } else {
            proof.row(key, shown);
        }
    }

    private static String documento(VentaDetalle venta) {
        var digits = venta.documento();
        if (digits.matches("\\d{6,}")) {
            digits = digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
        }
        var check = venta.documentoDv();
        return venta.tipoDocumento() + " " + digits + (check == null ? "" : "-" + check);
    }

    private static String phone(String digits) {
        return digits.matches("\\d{10}")
                ? digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6)
                : digits;
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "—" : Formats.date(date);
    }

    private static String money(@Nullable BigDecimal value) {
        return value == null ? "—" : Formats.money(value);
    }
}
