package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Where the porting of the number stands.
public enum EstadoPortabilidad implements WireEnum {
    SIN_SOLICITAR,
    SOLICITADA,
    PROGRAMADA,
    PORTADA,
    RECHAZADA_DONANTE;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static EstadoPortabilidad of(String wire) {
        return WireEnum.of(EstadoPortabilidad.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
