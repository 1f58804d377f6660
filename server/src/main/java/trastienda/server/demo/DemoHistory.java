package trastienda.server.demo;

import static trastienda.shared.ventas.EstadoLogistica.EN_TRANSITO;
import static trastienda.shared.ventas.EstadoLogistica.PENDIENTE_SEGUIMIENTO;
import static trastienda.shared.ventas.EstadoPortabilidad.PROGRAMADA;
import static trastienda.shared.ventas.EstadoPortabilidad.SIN_SOLICITAR;
import static trastienda.shared.ventas.EstadoPortabilidad.SOLICITADA;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.shared.json.WireEnum;
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
        var moves = moves(venta, draw);
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
        for (int i = 0; i < moves.size(); i++) {
            var when = venta.creada().plus(whole.multipliedBy(i + 1L).dividedBy(moves.size()));
            steps.add(
                    switch (moves.get(i)) {
                        case Move.Review(var from, var to) -> step(venta, from, to, when, draw);
                        case Move.Follow(var change) ->
                                new Step(when, false, "ventas.estado", List.of(change), null);
                    });
        }
        return steps;
    }

    /// What changes a sale after it was registered.
    private sealed interface Move {
        /// From one state to the next.
        record Review(EstadoVenta from, EstadoVenta to) implements Move {}

        /// The delivery or the porting goes on, while the sale is digitada.
        record Follow(Change change) implements Move {}
    }

    private static List<Move> moves(DemoVenta venta, int draw) {
        var way = way(venta, draw);
        var moves = new ArrayList<Move>();
        for (int i = 1; i < way.size(); i++) {
            moves.add(new Move.Review(way.get(i - 1), way.get(i)));
            if (way.get(i) == EstadoVenta.DIGITADA) {
                followed(venta).forEach(change -> moves.add(new Move.Follow(change)));
            }
        }
        return moves;
    }

    /// Delivery and porting to where the sale has them, one step of each in turn.
    private static List<Change> followed(DemoVenta venta) {
        var delivery =
                switch (venta.logistica()) {
                    case PENDIENTE_SEGUIMIENTO -> List.<WireEnum>of(PENDIENTE_SEGUIMIENTO);
                    case EN_TRANSITO -> List.<WireEnum>of(PENDIENTE_SEGUIMIENTO, EN_TRANSITO);
                    case ENTREGADO, RECHAZADO ->
                            List.<WireEnum>of(
                                    PENDIENTE_SEGUIMIENTO, EN_TRANSITO, venta.logistica());
                };
        var porting =
                switch (venta.portabilidad()) {
                    case SIN_SOLICITAR -> List.<WireEnum>of(SIN_SOLICITAR);
                    case SOLICITADA -> List.<WireEnum>of(SIN_SOLICITAR, SOLICITADA);
                    case PROGRAMADA -> List.<WireEnum>of(SIN_SOLICITAR, SOLICITADA, PROGRAMADA);
                    case PORTADA, RECHAZADA_DONANTE ->
                            List.<WireEnum>of(
                                    SIN_SOLICITAR, SOLICITADA, PROGRAMADA, venta.portabilidad());
                };
        var changes = new ArrayList<Change>();
        for (int i = 1; i < Math.max(delivery.size(), porting.size()); i++) {
            step(changes, "estado_logistica", delivery, i);
            step(changes, "estado_portabilidad", porting, i);
        }
        return changes;
    }

    private static void step(
            List<Change> changes, String campo, List<? extends WireEnum> way, int to) {
        if (to < way.size()) {
            changes.add(new Change(campo, way.get(to - 1).wire(), way.get(to).wire()));
        }
    }

    private static Step step(
            DemoVenta venta, EstadoVenta from, EstadoVenta to, Instant when, int draw) {
        if (from == EstadoVenta.DEVUELTA) {
            return new Step(when, true, "ventas.corregir", List.of(state(from, to)), RESENT);
        }
        var own = venta.motivo();
        String why = null;
        if (to == venta.estado()) {
            why = own == null ? null : own.texto();
        } else if (to == EstadoVenta.DEVUELTA || to == EstadoVenta.ESCALAMIENTO) {
            var usual = DemoMotivos.usual(to, draw);
            why = to == EstadoVenta.ESCALAMIENTO && own != null ? own.texto() : usual;
        }
        return new Step(when, false, "ventas.estado", List.of(state(from, to)), why);
    }

    /// The states from the first to the sale's own.
    private static List<EstadoVenta> way(DemoVenta venta, int draw) {
        var estado = venta.estado();
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
                var sent = venta.logistica() != PENDIENTE_SEGUIMIENTO;
                if (draw % 3 == 0 || sent) {
                    way.add(EstadoVenta.APROBADA);
                }
                if (sent) {
                    way.add(EstadoVenta.DIGITADA);
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
