package trastienda.shared.confrontas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// How a sale stands with its confronta.
public enum EstadoConfronta implements WireEnum {
    NINGUNA,
    POR_SUBIR,
    GUARDADA;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static EstadoConfronta of(String wire) {
        return WireEnum.of(EstadoConfronta.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
