package trastienda.shared.confrontas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// What a file of a sale is for.
public enum TipoArchivo implements WireEnum {
    CONFRONTA,
    DOCUMENTO,
    GRABACION,
    AUTORIZACION,
    OTRO;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static TipoArchivo of(String wire) {
        return WireEnum.of(TipoArchivo.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
