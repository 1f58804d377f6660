package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.desktop.testing.Samples;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.util.ArrayList;
import java.util.List;

/// The open sale: what it shows while it comes, when it changes, and when the server is away.
final class VentaViewModelTest {
    private final FakeVentas server = new FakeVentas();
    private final Direct direct = new Direct();
    private final List<VentaDetalle> told = new ArrayList<>();
    private final VentaViewModel model = new VentaViewModel(server, direct, told::add);

    VentaViewModelTest() {
        server.add(
                Samples.venta(1, EstadoVenta.PENDIENTE_REVISION, 1),
                Samples.venta(2, EstadoVenta.DEVUELTA, 1));
    }

    private long shown() {
        return model.stateProperty().get() instanceof DetailState.Shown(var venta)
                ? venta.id()
                : -1;
    }

    @Test
    void showsASaleWithItsHistoryAndTellsTheList() {
        direct.hold();
        model.open(1L);
        assertThat(model.stateProperty().get()).isEqualTo(new DetailState.Loading());
        direct.letGo();
        assertThat(shown()).isEqualTo(1);
        assertThat(model.history()).hasSize(1);
        assertThat(told).extracting(VentaDetalle::id).containsExactly(1L);
        assertThat(model.allows(AccionVenta.CORREGIR)).isTrue();
    }

    @Test
    void anAnswerThatComesAfterOneHasGoneOnIsThrownAway() {
        direct.hold();
        model.open(1L);
        model.open(2L);
        direct.letGo();
        assertThat(shown()).isEqualTo(2);
        assertThat(told).extracting(VentaDetalle::id).containsExactly(2L);
    }

    @Test
    void whatWasRevealedIsForgottenWithTheSale() {
        model.open(1L);
        model.reveal("documento");
        assertThat(model.revealed()).containsEntry("documento", "52814337");
        var calls = server.calls;
        model.reveal("documento");
        assertThat(server.calls).isEqualTo(calls);
        model.open(2L);
        assertThat(model.revealed()).isEmpty();
    }

    @Test
    void aValueThatComesAfterOneHasGoneOnIsNotShown() {
        model.open(1L);
        direct.hold();
        model.reveal("nip");
        model.open(2L);
        direct.letGo();
        assertThat(model.revealed()).isEmpty();
    }

    @Test
    void aServerThatGoesAwayLeavesTheSaleOnScreenAndOneThatIsAwayCanBeTriedAgain() {
        model.open(1L);
        server.away = true;
        model.refresh();
        assertThat(shown()).isEqualTo(1);
        assertThat(model.problemProperty().get()).isNotNull();
        model.open(2L);
        assertThat(model.stateProperty().get()).isInstanceOf(DetailState.Failed.class);
        server.away = false;
        model.open(2L);
        assertThat(shown()).isEqualTo(2);
        model.open(null);
        assertThat(model.stateProperty().get()).isEqualTo(new DetailState.None());
    }
}
