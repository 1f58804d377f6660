package trastienda.shared.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.shared.json.Json;

class VentaDetalleTest {
    @Test
    void ofANewerServersActionsOneKeepsThoseOneKnows() {
        var sale =
                Json.mapper()
                        .readValue(
                                """
                                {"id": 1, "acciones": ["corregir", "teletransportar", "subir"]}
                                """,
                                VentaDetalle.class);
        assertThat(sale.acciones())
                .containsExactlyInAnyOrder(AccionVenta.CORREGIR, AccionVenta.SUBIR);
    }
}
