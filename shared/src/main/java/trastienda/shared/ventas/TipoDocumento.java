package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Kinds of identity document.
public enum TipoDocumento implements WireEnum {
    CC,
    CE,
    NIT,
    PP,
    PPT;

    @Override
    public String wire() {
        return name();
    }

    /// Reads a wire value.
    ///
    /// @throws IllegalArgumentException for one that does not exist
    @JsonCreator
    public static TipoDocumento of(String wire) {
        return WireEnum.of(TipoDocumento.class, wire)
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
