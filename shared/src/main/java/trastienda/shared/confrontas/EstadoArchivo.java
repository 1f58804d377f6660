package trastienda.shared.confrontas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Where a file stands: on its way, waiting for the object store, kept and verified, failed, or
/// deleted.
public enum EstadoArchivo implements WireEnum {
    SUBIENDO,
    POR_SUBIR,
    GUARDADO,
    FALLIDO,
    ELIMINADO;

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static EstadoArchivo of(String wire) {
        return WireEnum.of(EstadoArchivo.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
