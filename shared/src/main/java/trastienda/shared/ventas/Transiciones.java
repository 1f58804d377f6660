package trastienda.shared.ventas;

import static trastienda.shared.ventas.EstadoVenta.APROBADA;
import static trastienda.shared.ventas.EstadoVenta.CANCELADA;
import static trastienda.shared.ventas.EstadoVenta.CLIENTE_CONFIRMA;
import static trastienda.shared.ventas.EstadoVenta.CLIENTE_NO_CONFIRMA;
import static trastienda.shared.ventas.EstadoVenta.COMPLETADA;
import static trastienda.shared.ventas.EstadoVenta.DEVUELTA;
import static trastienda.shared.ventas.EstadoVenta.DIGITADA;
import static trastienda.shared.ventas.EstadoVenta.ESCALAMIENTO;
import static trastienda.shared.ventas.EstadoVenta.ESCALAMIENTO_NO_SOLUCIONADO;
import static trastienda.shared.ventas.EstadoVenta.PENDIENTE_REVISION;
import static trastienda.shared.ventas.EstadoVenta.RECHAZADA;
import static trastienda.shared.ventas.EstadoVenta.VENTA_CON_ESCALAMIENTO;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one table of how a sale may go from state to state, who may move it and what that needs
/// (SYSTEMS.md, section 6). What is not in it is not allowed.
public final class Transiciones {
    /// Who may take a step.
    public enum Quien {
        BACKOFFICE,
        AGENTE_PROPIO,
        SUPERVISOR_POR_AUSENTE,
        SUPERVISOR
    }

    /// What a step needs.
    public enum Requisito {
        MOTIVO,
        TIPO_ESCALAMIENTO,
        CAMPOS_POR_CORREGIR,
        /// The agent corrected the sale in the same step.
        CORRECCION,
        /// A confronta stored and verified, or the permission to approve with an exception.
        CONFRONTA_GUARDADA,
        LOGISTICA_ENTREGADA,
        PORTABILIDAD_PORTADA,
        NUNCA_APROBADA
    }

    /// One step.
    public record Paso(
            EstadoVenta de, EstadoVenta a, Set<Quien> quien, Set<Requisito> requisitos) {}

    /// The states in which a sale is over; another sale may use the same line.
    public static final Set<EstadoVenta> CERRADAS =
            Set.copyOf(EnumSet.of(COMPLETADA, RECHAZADA, CANCELADA));

    private static final List<Paso> PASOS = table();

    private static final Map<EstadoLogistica, Set<EstadoLogistica>> LOGISTICA =
            Map.of(
                    EstadoLogistica.PENDIENTE_SEGUIMIENTO, Set.of(EstadoLogistica.EN_TRANSITO),
                    EstadoLogistica.EN_TRANSITO,
                            Set.of(EstadoLogistica.ENTREGADO, EstadoLogistica.RECHAZADO),
                    EstadoLogistica.ENTREGADO, Set.of(),
                    EstadoLogistica.RECHAZADO, Set.of(EstadoLogistica.PENDIENTE_SEGUIMIENTO));

    private static final Map<EstadoPortabilidad, Set<EstadoPortabilidad>> PORTABILIDAD =
            Map.of(
                    EstadoPortabilidad.SIN_SOLICITAR, Set.of(EstadoPortabilidad.SOLICITADA),
                    EstadoPortabilidad.SOLICITADA, Set.of(EstadoPortabilidad.PROGRAMADA),
                    EstadoPortabilidad.PROGRAMADA,
                            Set.of(
                                    EstadoPortabilidad.PORTADA,
                                    EstadoPortabilidad.RECHAZADA_DONANTE),
                    EstadoPortabilidad.PORTADA, Set.of(),
                    EstadoPortabilidad.RECHAZADA_DONANTE, Set.of(EstadoPortabilidad.SOLICITADA));

    private Transiciones() {}

    /// Every step there is.
    public static List<Paso> todas() {
        return PASOS;
    }

    /// The steps out of a state. With "confirmación obligatoria" a sale is not approved before its
    /// customer confirmed.
    public static List<Paso> desde(EstadoVenta estado, boolean confirmacionObligatoria) {
        return PASOS.stream()
                .filter(paso -> paso.de() == estado)
                .filter(
                        paso ->
                                !(confirmacionObligatoria
                                        && paso.de() == PENDIENTE_REVISION
                                        && paso.a() == APROBADA))
                .toList();
    }

    /// Where the delivery may go from there.
    public static Set<EstadoLogistica> desde(EstadoLogistica estado) {
        return LOGISTICA.getOrDefault(estado, Set.of());
    }

    /// Where the porting may go from there.
    public static Set<EstadoPortabilidad> desde(EstadoPortabilidad estado) {
        return PORTABILIDAD.getOrDefault(estado, Set.of());
    }

    private static List<Paso> table() {
        var steps = new ArrayList<Paso>();
        backoffice(
                steps,
                PENDIENTE_REVISION,
                CLIENTE_CONFIRMA,
                CLIENTE_NO_CONFIRMA,
                ESCALAMIENTO,
                DEVUELTA,
                APROBADA,
                RECHAZADA);
        backoffice(steps, CLIENTE_CONFIRMA, APROBADA, DEVUELTA, ESCALAMIENTO, RECHAZADA);
        backoffice(steps, CLIENTE_NO_CONFIRMA, PENDIENTE_REVISION, DEVUELTA, RECHAZADA);
        backoffice(
                steps,
                ESCALAMIENTO,
                VENTA_CON_ESCALAMIENTO,
                ESCALAMIENTO_NO_SOLUCIONADO,
                PENDIENTE_REVISION);
        backoffice(steps, VENTA_CON_ESCALAMIENTO, APROBADA, DEVUELTA, RECHAZADA);
        backoffice(steps, ESCALAMIENTO_NO_SOLUCIONADO, ESCALAMIENTO, RECHAZADA);
        backoffice(steps, APROBADA, DIGITADA, DEVUELTA, ESCALAMIENTO);
        backoffice(steps, DIGITADA, COMPLETADA, DEVUELTA, ESCALAMIENTO, RECHAZADA);
        steps.add(
                new Paso(
                        DEVUELTA,
                        PENDIENTE_REVISION,
                        Set.of(Quien.AGENTE_PROPIO, Quien.SUPERVISOR_POR_AUSENTE),
                        Set.of(Requisito.CORRECCION)));
        for (var from : EnumSet.complementOf(EnumSet.copyOf(CERRADAS))) {
            backoffice(steps, from, CANCELADA);
            if (from != APROBADA && from != DIGITADA) {
                steps.add(
                        new Paso(
                                from,
                                CANCELADA,
                                Set.of(Quien.AGENTE_PROPIO),
                                Set.of(Requisito.MOTIVO, Requisito.NUNCA_APROBADA)));
            }
        }
        for (var from : List.of(RECHAZADA, CANCELADA)) {
            steps.add(
                    new Paso(
                            from,
                            PENDIENTE_REVISION,
                            Set.of(Quien.SUPERVISOR),
                            Set.of(Requisito.MOTIVO)));
        }
        return List.copyOf(steps);
    }

    private static void backoffice(List<Paso> steps, EstadoVenta from, EstadoVenta... to) {
        for (var target : to) {
            steps.add(new Paso(from, target, Set.of(Quien.BACKOFFICE), needs(target)));
        }
    }

    private static Set<Requisito> needs(EstadoVenta target) {
        return switch (target) {
            case ESCALAMIENTO -> Set.of(Requisito.MOTIVO, Requisito.TIPO_ESCALAMIENTO);
            case DEVUELTA -> Set.of(Requisito.MOTIVO, Requisito.CAMPOS_POR_CORREGIR);
            case RECHAZADA, CANCELADA -> Set.of(Requisito.MOTIVO);
            case APROBADA -> Set.of(Requisito.CONFRONTA_GUARDADA);
            case COMPLETADA ->
                    Set.of(Requisito.LOGISTICA_ENTREGADA, Requisito.PORTABILIDAD_PORTADA);
            case PENDIENTE_REVISION,
                    CLIENTE_CONFIRMA,
                    CLIENTE_NO_CONFIRMA,
                    VENTA_CON_ESCALAMIENTO,
                    ESCALAMIENTO_NO_SOLUCIONADO,
                    DIGITADA ->
                    Set.of();
        };
    }
}
