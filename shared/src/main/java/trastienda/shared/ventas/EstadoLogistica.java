package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Where the SIM card or device stands.
public enum EstadoLogistica implements WireEnum {
    PENDIENTE_SEGUIMIENTO,
    EN_TRANSITO,
    ENTREGADO,
    RECHAZADO;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static EstadoLogistica of(String wire) {
        return WireEnum.of(EstadoLogistica.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
