package trastienda.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import trastienda.server.demo.DemoHistory.Step;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.Transiciones;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

class DemoHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-25T19:30:00Z");
    private static final List<DemoVenta> VENTAS = new DemoVentas(NOW).make();

    @Test
    void goesOnlyWhereTheRulesAllowAndEndsInTheSalesState() {
        var allowed =
                Transiciones.todas().stream()
                        .map(paso -> paso.de().wire() + ">" + paso.a().wire())
                        .collect(Collectors.toSet());
        for (var venta : VENTAS) {
            var states = DemoHistory.of(venta).stream().map(DemoHistoryTest::state).toList();
            var steps = states.stream().filter(Objects::nonNull).toList();
            assertThat(steps.getFirst().de()).isNull();
            assertThat(steps.getLast().a()).isEqualTo(venta.estado().wire());
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).de()).isEqualTo(steps.get(i - 1).a());
                assertThat(allowed).contains(steps.get(i).de() + ">" + steps.get(i).a());
            }
        }
    }

    @Test
    void leadsDeliveryAndPortingStepByStepToWhereTheSaleHasThem() {
        for (var venta : VENTAS) {
            var delivery = EstadoLogistica.PENDIENTE_SEGUIMIENTO;
            var porting = EstadoPortabilidad.SIN_SOLICITAR;
            var estado = EstadoVenta.PENDIENTE_REVISION;
            for (var step : DemoHistory.of(venta)) {
                for (var change : step.changes()) {
                    var to = String.valueOf(change.a());
                    switch (change.campo()) {
                        case "estado_venta" -> estado = EstadoVenta.of(to);
                        case "estado_logistica" -> {
                            assertThat(estado).isEqualTo(EstadoVenta.DIGITADA);
                            assertThat(change.de()).isEqualTo(delivery.wire());
                            assertThat(Transiciones.desde(delivery)).contains(logistica(to));
                            delivery = logistica(to);
                        }
                        case "estado_portabilidad" -> {
                            assertThat(estado).isEqualTo(EstadoVenta.DIGITADA);
                            assertThat(change.de()).isEqualTo(porting.wire());
                            assertThat(Transiciones.desde(porting)).contains(portabilidad(to));
                            porting = portabilidad(to);
                        }
                        default -> assertThat(change.de()).isNull();
                    }
                }
            }
            assertThat(delivery).as(venta.numero()).isEqualTo(venta.logistica());
            assertThat(porting).as(venta.numero()).isEqualTo(venta.portabilidad());
        }
    }

    private static EstadoLogistica logistica(String wire) {
        return EstadoLogistica.of(wire);
    }

    private static EstadoPortabilidad portabilidad(String wire) {
        return EstadoPortabilidad.of(wire);
    }

    @Test
    void isInOrderBetweenTheSalesTwoTimesAndTheSameEveryTime() {
        var again = new DemoVentas(NOW).make();
        for (int i = 0; i < VENTAS.size(); i++) {
            var venta = VENTAS.get(i);
            var steps = DemoHistory.of(venta);
            assertThat(DemoHistory.of(again.get(i))).isEqualTo(steps);
            assertThat(steps.getFirst().when()).isEqualTo(venta.creada());
            assertThat(steps.getLast().when()).isEqualTo(venta.actualizada());
            assertThat(steps).isSortedAccordingTo(Comparator.comparing(Step::when));
        }
    }

    @Test
    void saysWhyWhereTheRulesAskForAReason() {
        for (var venta : VENTAS) {
            for (var step : DemoHistory.of(venta)) {
                var change = state(step);
                if (change == null || step.accion().equals("ventas.registrar")) {
                    continue;
                }
                var to = EstadoVenta.of(String.valueOf(change.a()));
                if (to == EstadoVenta.DEVUELTA
                        || to == EstadoVenta.RECHAZADA
                        || to == EstadoVenta.CANCELADA
                        || to == EstadoVenta.ESCALAMIENTO) {
                    assertThat(step.motivo()).as("%s to %s", venta.numero(), to).isNotBlank();
                }
            }
        }
    }

    private static @Nullable Change state(Step step) {
        return step.changes().stream()
                .filter(change -> change.campo().equals("estado_venta"))
                .findFirst()
                .orElse(null);
    }
}
