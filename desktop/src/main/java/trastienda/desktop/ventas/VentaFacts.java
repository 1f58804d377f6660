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
    private static final String NOTHING = "—";

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final ProofList proof =
            new ProofList(
                    List.of(
                            "ventas.campo.titular",
                            "ventas.campo.documento",
                            "ventas.campo.expedicion",
                            "ventas.campo.numero_a_portar",
                            "ventas.campo.telefono",
                            "ventas.campo.nip",
                            "ventas.campo.plan",
                            "ventas.campo.cfm"));
    private final ProofList course =
            new ProofList(
                    List.of(
                            "ventas.campo.orden",
                            "ventas.campo.entrega",
                            "ventas.campo.ventana",
                            "ventas.campo.logistica",
                            "ventas.campo.portabilidad",
                            "ventas.campo.base",
                            "ventas.campo.greta",
                            "ventas.campo.backoffice",
                            "ventas.campo.creada",
                            "ventas.campo.observacion"));
    private final ProofList plan =
            new ProofList(
                    List.of(
                            "ventas.campo.plan",
                            "ventas.campo.codigo",
                            "ventas.campo.cfm",
                            "ventas.campo.cfm_sin_iva",
                            "ventas.campo.incluye"));
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
        proof.show(
                List.of(
                        Fact.of("ventas.campo.titular", venta.nombreCompleto()),
                        value(
                                "ventas.campo.documento",
                                "documento",
                                documento(venta),
                                revealed,
                                looks),
                        Fact.of("ventas.campo.expedicion", date(venta.fechaExpedicion())),
                        value(
                                "ventas.campo.numero_a_portar",
                                "numero_a_portar",
                                phone(venta.numeroAPortar()),
                                revealed,
                                looks),
                        value(
                                "ventas.campo.telefono",
                                "telefono_legalizacion",
                                phone(venta.telefonoLegalizacion()),
                                revealed,
                                looks),
                        value(
                                "ventas.campo.nip",
                                "nip",
                                venta.nip() == null ? NOTHING : venta.nip(),
                                revealed,
                                looks),
                        Fact.of("ventas.campo.plan", venta.plan().planNombre()),
                        Fact.of("ventas.campo.cfm", money(venta.plan().planCfm()))));
        course.show(course(venta));
        plan.show(plan(venta));
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

    private static List<Fact> course(VentaDetalle venta) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("ventas.campo.orden", venta.numeroOrden()));
        facts.add(Fact.of("ventas.campo.entrega", date(venta.fechaEntrega())));
        facts.add(Fact.of("ventas.campo.ventana", date(venta.fechaVentanaCambio())));
        facts.add(Fact.of("ventas.campo.logistica", Text.label(venta.estadoLogistica())));
        facts.add(Fact.of("ventas.campo.portabilidad", Text.label(venta.estadoPortabilidad())));
        unlessBlank(facts, "ventas.campo.base", venta.baseOrigen());
        unlessBlank(facts, "ventas.campo.greta", venta.usuarioGreta());
        unlessBlank(facts, "ventas.campo.backoffice", venta.backofficeNombre());
        facts.add(
                Fact.of(
                        "ventas.campo.creada",
                        Text.live(() -> Formats.dateTime(venta.fechaCreacion()))));
        unlessBlank(facts, "ventas.campo.observacion", venta.observacion());
        return facts;
    }

    private static List<Fact> plan(VentaDetalle venta) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("ventas.campo.plan", venta.plan().planNombre()));
        facts.add(Fact.of("ventas.campo.codigo", venta.plan().planCodigo()));
        facts.add(Fact.of("ventas.campo.cfm", money(venta.plan().planCfm())));
        facts.add(Fact.of("ventas.campo.cfm_sin_iva", money(venta.plan().planCfmSinIva())));
        unlessBlank(
                facts,
                "ventas.campo.incluye",
                venta.plan().planCaracteristicas().replace('|', '\n'));
        return facts;
    }

    private static void unlessBlank(List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Fact.of(key, value));
        }
    }

    private Fact value(
            String key, String campo, String shown, Map<String, String> revealed, boolean looks) {
        var clear = revealed.get(campo);
        if (clear != null) {
            return Fact.of(key, clear);
        }
        return looks && shown.contains(MASK)
                ? Fact.masked(key, shown, () -> reveal.accept(campo))
                : Fact.of(key, shown);
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
        return date == null ? NOTHING : Formats.date(date);
    }

    private static String money(@Nullable BigDecimal value) {
        return value == null ? NOTHING : Formats.money(value);
    }
}
