package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The list's columns, from left to right: what the server sorts by, how wide they are, and which
/// stay longest when there is no room.
enum Columna {
    CLIENTE("nombre_completo", 184, 0),
    ESTADO("estado_venta", 188, 1),
    PLAN("plan_nombre", 180, 4),
    AGENTE("agente", 140, 5),
    CONFRONTA(null, 138, 3),
    FVC("fecha_ventana_cambio", 92, 2),
    CREADA("fecha_creacion", 96, 6);

    private final @Nullable String ordering;
    private final double width;
    private final int rank;

    Columna(@Nullable String ordering, double width, int rank) {
        this.ordering = ordering;
        this.width = width;
        this.rank = rank;
    }

    @Nullable String ordering() {
        return ordering;
    }

    double width() {
        return width;
    }

    int rank() {
        return rank;
    }

    String key() {
        return "ventas.columna." + name().toLowerCase(Locale.ROOT);
    }
}
