package trastienda.server.ventas;

import trastienda.shared.ventas.FiltroVentas;

/// A column the list is sorted by, as SQL: the indexed expression, its type, and the collation it
/// is compared under. The date of creation and then the id break ties, in the same direction.
enum ListOrder {
    FECHA_CREACION("fecha_creacion", "v.fecha_creacion", "timestamptz", ""),
    NUMERO("numero", "v.numero", "text", " collate \"C\""),
    NOMBRE_COMPLETO("nombre_completo", "v.nombre_completo", "text", " collate \"es-x-icu\""),
    ESTADO_VENTA("estado_venta", "v.estado_venta", "text", " collate \"C\""),
    FECHA_VENTANA_CAMBIO(
            "fecha_ventana_cambio",
            "coalesce(v.fecha_ventana_cambio, date 'infinity')",
            "date",
            ""),
    PLAN_NOMBRE("plan_nombre", "v.plan_nombre", "text", " collate \"es-x-icu\""),
    /// By the agent's name, each agent's newest or oldest first; see [ListSql].
    AGENTE("agente", "v.fecha_creacion", "timestamptz", "");

    private final String wire;
    private final String expression;
    private final String type;
    private final String collation;

    ListOrder(String wire, String expression, String type, String collation) {
        this.wire = wire;
        this.expression = expression;
        this.type = type;
        this.collation = collation;
    }

    /// The order of `nombre_completo` or `-nombre_completo`; the filter was checked before.
    static ListOrder of(FiltroVentas filtro) {
        var name = descending(filtro) ? filtro.ordering().substring(1) : filtro.ordering();
        for (var order : values()) {
            if (order.wire.equals(name)) {
                return order;
            }
        }
        throw new IllegalArgumentException(name);
    }

    static boolean descending(FiltroVentas filtro) {
        return filtro.ordering().startsWith("-");
    }

    /// The expression as its index has it.
    String key() {
        return expression + collation;
    }

    /// The collation it is compared under, with a blank in front, or nothing.
    String collation() {
        return collation;
    }

    /// Whether the order is by date alone, with nothing before it.
    boolean byDate() {
        return this == FECHA_CREACION || this == AGENTE;
    }

    /// A bound value of the key's type, under its collation.
    String bound(String name) {
        return "cast(:" + name + " as " + type + ")" + collation;
    }
}
