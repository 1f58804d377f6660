package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Where a sale stands; the seed system's values.
public enum EstadoVenta implements WireEnum {
    PENDIENTE_REVISION,
    CLIENTE_CONFIRMA,
    CLIENTE_NO_CONFIRMA,
    ESCALAMIENTO,
    VENTA_CON_ESCALAMIENTO,
    ESCALAMIENTO_NO_SOLUCIONADO,
    DEVUELTA,
    APROBADA,
    DIGITADA,
    COMPLETADA,
    RECHAZADA,
    CANCELADA;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static EstadoVenta of(String wire) {
        return WireEnum.of(EstadoVenta.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
