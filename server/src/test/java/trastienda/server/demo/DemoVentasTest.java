package trastienda.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.function.Predicate.not;

import org.junit.jupiter.api.Test;

import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.RevisionVenta;
import trastienda.shared.ventas.VentaRules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

class DemoVentasTest {
    private static final Instant NOW = Instant.parse("2026-11-25T19:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final List<DemoVenta> VENTAS = make(NOW);

    @Test
    void makesTheSameSalesEveryTime() {
        assertThat(make(NOW)).isEqualTo(VENTAS).hasSize(20_000);
    }

    @Test
    void exactlyFourHundredWaitWithWindowsFromTodayToFiveDaysOn() {
        var waiting =
                VENTAS.stream()
                        .filter(
                                venta ->
                                        venta.estado() == EstadoVenta.PENDIENTE_REVISION
                                                || venta.estado() == EstadoVenta.CLIENTE_CONFIRMA)
                        .toList();

        assertThat(waiting).hasSize(400);
        assertThat(waiting.stream().map(DemoVenta::ventana).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(TODAY.datesUntil(TODAY.plusDays(6)).toList());
    }

    @Test
    void theFirstAgentHasEveryStateAndFiveToCorrect() {
        var own = VENTAS.stream().filter(venta -> venta.agente() == 0).toList();

        assertThat(own.stream().map(DemoVenta::estado).collect(Collectors.toSet()))
                .isEqualTo(Set.of(EstadoVenta.values()));
        assertThat(own.stream().filter(venta -> venta.estado() == EstadoVenta.DEVUELTA))
                .hasSize(5)
                .allSatisfy(
                        venta -> {
                            assertThat(venta.motivo()).isNotNull();
                            assertThat(Objects.requireNonNull(venta.motivo()).campos())
                                    .isNotEmpty();
                        });
    }

    @Test
    void numbersLinesAndOrdersAreUnique() {
        assertThat(VENTAS).extracting(DemoVenta::numero).doesNotHaveDuplicates();
        assertThat(VENTAS).extracting(DemoVenta::numeroAPortar).doesNotHaveDuplicates();
        assertThat(VENTAS).extracting(DemoVenta::orden).doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensInTheFutureOrBeforeItsOwnBeginning() {
        assertThat(VENTAS)
                .allSatisfy(
                        venta -> {
                            assertThat(venta.creada()).isBeforeOrEqualTo(NOW);
                            assertThat(venta.actualizada()).isBetween(venta.creada(), NOW);
                            assertThat(venta.entrega())
                                    .isBetween(DemoDays.day(venta.creada()), venta.ventana());
                        });
        assertThat(DemoDays.day(VENTAS.getFirst().creada())).isBefore(TODAY.minusDays(175));
    }

    @Test
    void twoThousandHaveAFileAndAFewThatWaitDoNot() {
        assertThat(VENTAS.stream().filter(venta -> venta.archivo() != null)).hasSize(2_000);
        assertThat(
                        VENTAS.stream()
                                .filter(venta -> venta.estado() == EstadoVenta.PENDIENTE_REVISION)
                                .filter(venta -> venta.archivo() == null))
                .hasSizeBetween(20, 40);
    }

    @Test
    void worksOnASundayNightAndOnAMondayMorningToo() {
        assertThat(make(Instant.parse("2026-11-23T03:00:00Z"))).hasSize(20_000);
        assertThat(make(Instant.parse("2026-11-23T12:05:00Z"))).hasSize(20_000);
        assertThat(make(Instant.parse("2026-01-01T05:00:01Z"))).hasSize(20_000);
    }

    @Test
    void userNamesAreUnique() {
        assertThat(DemoPeople.make().all())
                .extracting(DemoPeople.DemoPerson::username)
                .doesNotHaveDuplicates()
                .contains("agente", "backoffice", "supervisora", "admin", "calidad");
        assertThat(DemoPeople.make().agents()).hasSize(40);
    }

    @Test
    void everySaleObeysTheRulesOfASale() {
        assertThat(VENTAS)
                .allSatisfy(
                        venta ->
                                assertThat(
                                                VentaRules.check(
                                                        venta.datos(1),
                                                        DemoDays.day(venta.creada())))
                                        .isInstanceOf(RevisionVenta.Valida.class));
    }

    @Test
    void changeWindowsMostlyAvoidHolidaysAndWeekends() {
        var odd =
                VENTAS.stream()
                        .map(DemoVenta::ventana)
                        .filter(not(day -> day.getDayOfWeek().getValue() <= 5));

        assertThat(odd.count()).isBetween(1L, 1_000L);
    }

    private static List<DemoVenta> make(Instant now) {
        return new DemoVentas(now).make();
    }
}
