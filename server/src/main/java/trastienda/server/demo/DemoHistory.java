package trastienda.server.demo;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.shared.ventas.EstadoVenta;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What happened to a sale of the demo until it was in its state: each step one that the rules
/// allow, in order, the last one at the sale's own time of change.
final class DemoHistory {
    /// The comment that a corrected sale carries.
    private static final String RESENT = "Venta corregida y reenviada a revisión";

    /// One line of a sale's history. `agent`: the agent did it, else the back office.
    record Step(
            Instant when,
            boolean agent,
            String accion,
            List<Change> changes,
            @Nullable String motivo) {}

    private DemoHistory() {}

    static List<Step> of(DemoVenta venta) {
        var draw = Math.floorMod(venta.numero().hashCode() * 31 + venta.orden().hashCode(), 84);
        var way = way(venta.estado(), draw);
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        venta.creada(),
                        true,
                        "ventas.registrar",
                        List.of(
                                state(null, EstadoVenta.PENDIENTE_REVISION),
                                new Change("numero_orden", null, venta.orden()),
                                new Change("nombre_completo", null, venta.titular().nombre()),
                                new Change(
                                        "fecha_ventana_cambio", null, venta.ventana().toString())),
                        null));
        var archivo = venta.archivo();
        if (archivo != null) {
            steps.add(
                    new Step(
                            venta.creada(),
                            true,
                            "confrontas.guardar",
                            List.of(
                                    new Change("nombre", null, archivo.nombre()),
                                    new Change("tipo", null, "confronta")),
                            null));
        }
        var whole = Duration.between(venta.creada(), venta.actualizada());
        for (int i = 1; i < way.size(); i++) {
            var when = venta.creada().plus(whole.multipliedBy(i).dividedBy(way.size() - 1L));
            steps.add(step(venta, way.get(i - 1), way.get(i), when, i == way.size() - 1, draw));
        }
        return steps;
    }

    private static Step step(
            DemoVenta venta,
            EstadoVenta from,
            EstadoVenta to,
            Instant when,
            boolean last,
            int draw) {
        if (from == EstadoVenta.DEVUELTA) {
            return new Step(when, true, "ventas.corregir", List.of(state(from, to)), RESENT);
        }
        var own = venta.motivo();
        String why = null;
        if (last) {
            why = own == null ? null : own.texto();
        } else if (to == EstadoVenta.DEVUELTA || to == EstadoVenta.ESCALAMIENTO) {
            var usual = DemoMotivos.usual(to, draw);
            why = to == EstadoVenta.ESCALAMIENTO && own != null ? own.texto() : usual;
        }
        return new Step(when, false, "ventas.estado", List.of(state(from, to)), why);
    }

    /// The states from the first to the sale's own.
    private static List<EstadoVenta> way(EstadoVenta estado, int draw) {
        var way = new ArrayList<EstadoVenta>();
        way.add(EstadoVenta.PENDIENTE_REVISION);
        if (estado == EstadoVenta.PENDIENTE_REVISION) {
            return way;
        }
        if (draw % 7 == 0) {
            way.add(EstadoVenta.DEVUELTA);
            way.add(EstadoVenta.PENDIENTE_REVISION);
        }
        switch (estado) {
            case APROBADA -> confirmed(way, draw);
            case DIGITADA -> {
                confirmed(way, draw);
                way.add(EstadoVenta.APROBADA);
            }
            case COMPLETADA -> {
                confirmed(way, draw);
                way.add(EstadoVenta.APROBADA);
                way.add(EstadoVenta.DIGITADA);
            }
            case VENTA_CON_ESCALAMIENTO, ESCALAMIENTO_NO_SOLUCIONADO ->
                    way.add(EstadoVenta.ESCALAMIENTO);
            case RECHAZADA -> confirmed(way, draw);
            case CANCELADA -> {
                if (draw % 3 == 0) {
                    way.add(EstadoVenta.APROBADA);
                }
            }
            default -> {
                // straight from the review
            }
        }
        way.add(estado);
        return way;
    }

    private static void confirmed(List<EstadoVenta> way, int draw) {
        if (draw % 2 == 0) {
            way.add(EstadoVenta.CLIENTE_CONFIRMA);
        }
    }

    private static Change state(@Nullable EstadoVenta from, EstadoVenta to) {
        return new Change("estado_venta", from == null ? null : from.wire(), to.wire());
    }
}
