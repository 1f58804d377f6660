package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import trastienda.shared.json.WireEnum;

/// What the caller may do with a sale, so that a screen offers nothing that would be refused.
public enum AccionVenta implements WireEnum {
    CORREGIR,
    SUBIR,
    REEMPLAZAR,
    DESCARGAR,
    ELIMINAR,
    RESUBIR,
    VER_DATO;

    /// Reads a wire value; null for one that this version does not know.
    @JsonCreator
    public static @Nullable AccionVenta of(String wire) {
        return WireEnum.of(AccionVenta.class, wire).orElse(null);
    }
}
