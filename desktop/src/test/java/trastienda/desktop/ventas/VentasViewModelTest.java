package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import trastienda.desktop.testing.Samples;
import trastienda.shared.eventos.EventoFrame;
import trastienda.shared.eventos.Topics;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class VentasViewModelTest {
    private final FakeVentas server = new FakeVentas();
    private final Direct direct = new Direct();
    private final List<Vista> remembered = new ArrayList<>();
    private final VentasViewModel list =
            new VentasViewModel(
                    server,
                    direct,
                    Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                    Vista.first(),
                    remembered::add);

    @BeforeEach
    void threeSales() {
        server.add(
                Samples.venta(1, EstadoVenta.PENDIENTE_REVISION, 1),
                Samples.venta(2, EstadoVenta.DEVUELTA, 1),
                Samples.venta(3, EstadoVenta.PENDIENTE_REVISION, 1));
    }

    private List<Long> shown() {
        return Objects.requireNonNull(list.rowsProperty().get()).stream()
                .map(slot -> Objects.requireNonNull(slot.row()).id())
                .toList();
    }

    private static EventoFrame event(String topic, long id) {
        return new EventoFrame("evento", 1, topic, "venta:" + id, null);
    }

    @Test
    void showsRowsAndHowManyEachTrayHolds() {
        list.open();
        assertThat(list.stateProperty().get()).isInstanceOf(ListState.Rows.class);
        assertThat(shown()).containsExactly(1L, 2L, 3L);
        assertThat(list.counts())
                .containsEntry(Bandeja.TODAS, 3L)
                .containsEntry(Bandeja.PENDIENTES, 2L)
                .containsEntry(Bandeja.DEVUELTAS, 1L);
    }

    @Test
    void traysAreCountedAgainWhileTheOpenOneStaysThatOfItsRows() {
        list.open();
        list.choose(Bandeja.PENDIENTES);
        server.add(
                Samples.venta(1, EstadoVenta.DEVUELTA, 2),
                Samples.venta(4, EstadoVenta.PENDIENTE_REVISION, 1));
        list.onEvent(event(Topics.VENTA_REGISTRADA, 4));
        list.refreshTrays();
        assertThat(list.counts())
                .containsEntry(Bandeja.TODAS, 4L)
                .containsEntry(Bandeja.PENDIENTES, 2L)
                .containsEntry(Bandeja.DEVUELTAS, 2L);
    }

    @Test
    void aTrayFixesTheStateAndIsRemembered() {
        list.open();
        list.choose(Bandeja.DEVUELTAS);
        assertThat(shown()).containsExactly(2L);
        assertThat(remembered).containsExactly(new Vista(Bandeja.DEVUELTAS, FiltroVentas.all()));
    }

    @Test
    void keepsTheRowsOnScreenUntilTheOthersAreHere() {
        list.open();
        direct.hold();
        list.narrow(FilterEdits.q(FiltroVentas.all(), "nadie"));
        assertThat(shown()).hasSize(3);
        assertThat(list.stateProperty().get()).isInstanceOf(ListState.Renewing.class);
        direct.letGo();
        assertThat(list.stateProperty().get()).isEqualTo(new ListState.Empty(true));
    }

    @Test
    void tellsTheOrderTheServerAnsweredIn() {
        server.sortable = 2;
        list.open();
        list.sort("nombre_completo");
        assertThat(list.orderingProperty().get()).isEqualTo("nombre_completo");
        assertThat(list.sortedOtherwise()).isFalse();
        list.narrow(FilterEdits.q(list.vistaProperty().get().filtro(), "porta"));
        assertThat(shown()).hasSize(3);
        assertThat(list.orderingProperty().get()).isEqualTo(FiltroVentas.DEFAULT_ORDERING);
        assertThat(list.sortedOtherwise()).isTrue();
        assertThat(list.sort("nombre_completo")).isFalse();
        server.sortable = 3;
        list.refresh();
        assertThat(list.orderingProperty().get()).isEqualTo("nombre_completo");
        assertThat(list.sortedOtherwise()).isFalse();
    }

    @Test
    void keepsTheRowsWhenTheyCannotBeFetchedAgain() {
        list.open();
        server.away = true;
        list.refresh();
        assertThat(list.stateProperty().get()).isInstanceOf(ListState.Rows.class);
        assertThat(shown()).hasSize(3);
    }

    @Test
    void whatTheRowsAreInIsNotJudgedByWhatWasAskedSince() {
        list.open();
        server.away = true;
        list.sort("nombre_completo");
        assertThat(list.stateProperty().get()).isInstanceOf(ListState.Failed.class);
        assertThat(list.sortedOtherwise()).isFalse();
    }

    @Test
    void onlyTheLastOfSeveralFiltersCounts() {
        list.open();
        direct.hold();
        list.narrow(FilterEdits.q(FiltroVentas.all(), "nadie"));
        list.clear();
        direct.letGo();
        assertThat(shown()).hasSize(3);
    }

    @Test
    void saysThatTheServerIsAwayAndComesBack() {
        server.away = true;
        list.open();
        assertThat(list.stateProperty().get()).isInstanceOf(ListState.Failed.class);
        server.away = false;
        list.refresh();
        assertThat(shown()).hasSize(3);
    }

    @Test
    void aSaleThatChangesElsewhereChangesInItsPlace() {
        list.open();
        server.add(Samples.venta(2, EstadoVenta.PENDIENTE_REVISION, 2));
        list.onEvent(event(Topics.VENTA_CAMBIADA, 2));
        var slot = Objects.requireNonNull(list.rowsProperty().get()).get(1);
        assertThat(Objects.requireNonNull(slot.row()).estadoVenta())
                .isEqualTo(EstadoVenta.PENDIENTE_REVISION);
        assertThat(slot.changedAtProperty().get()).isEqualTo(Samples.NOW.toEpochMilli());
    }

    @Test
    void aNewSaleIsCountedAndMovesNothing() {
        list.open();
        server.add(Samples.venta(4, EstadoVenta.PENDIENTE_REVISION, 1));
        list.onEvent(event(Topics.VENTA_REGISTRADA, 4));
        assertThat(shown()).containsExactly(1L, 2L, 3L);
        assertThat(list.insertedProperty().get()).isEqualTo(1);
        list.refresh();
        assertThat(list.insertedProperty().get()).isZero();
        assertThat(shown()).hasSize(4);
    }

    @Test
    void aNewSaleThatTheFilterHidesIsNotCounted() {
        list.open();
        list.choose(Bandeja.DEVUELTAS);
        server.add(Samples.venta(4, EstadoVenta.PENDIENTE_REVISION, 1));
        list.onEvent(event(Topics.VENTA_REGISTRADA, 4));
        assertThat(list.insertedProperty().get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "gom fernanda, 1",
        " +57 315 482 9067, 1",
        "9067, 1",
        "2-8840, 1",
        "ómez, 0",
        "4829, 0",
        "gómez ana, 0"
    })
    void aNewSaleIsCountedWhenTheServerFindsItByTheText(String typed, int counted) {
        list.open();
        list.narrow(FilterEdits.q(FiltroVentas.all(), typed));
        server.add(Samples.venta(4, EstadoVenta.PENDIENTE_REVISION, 1));
        list.onEvent(event(Topics.VENTA_REGISTRADA, 4));
        assertThat(list.insertedProperty().get()).isEqualTo(counted);
    }

    @Test
    void severalChangesOfOneSaleAskTwiceAtMost() {
        list.open();
        direct.hold();
        server.calls = 0;
        for (var i = 0; i < 50; i++) {
            list.onEvent(event(Topics.VENTA_CAMBIADA, 2));
        }
        direct.letGo();
        assertThat(server.calls).isLessThanOrEqualTo(2);
    }
}
