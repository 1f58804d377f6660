package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.Set;

/// A detail is rehearsed with everything it may have to show.
final class RehearsalTest {
    @Test
    void itsSaleHasAllThatASaleCanHave() throws Exception {
        var venta = Rehearsal.read().venta();
        for (var part : VentaDetalle.class.getRecordComponents()) {
            if (!part.getName().equals("documentoDv")) { // a NIT's, which has no warning
                assertThat(part.getAccessor().invoke(venta)).as(part.getName()).isNotNull();
            }
        }
        assertThat(venta.acciones()).isEqualTo(Set.of(AccionVenta.values()));
        assertThat(venta.advertencias()).isNotEmpty();
        assertThat(venta.camposPorCorregir()).isNotEmpty();
    }

    @Test
    void itsHistoryHasFieldsAndAReason() throws IOException {
        var historial = Rehearsal.read().historial();
        assertThat(historial).anyMatch(change -> change.motivo() != null);
        assertThat(historial).anyMatch(change -> change.cambios().size() > 1);
        assertThat(historial)
                .extracting(change -> TimelineLook.of(change).key())
                .doesNotContain("ventas.accion.otra");
    }
}
