package trastienda.server.ventas;

import trastienda.shared.ventas.FiltroVentas;

/// A column the list is sorted by, as SQL: the indexed expression, its type, and the collation it
/// is compared under. The id breaks ties, in the same direction.
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

    /// Whether sales that stand together in this order were also written together, so that reading
    /// many of them is cheap.
    boolean asWritten() {
        return this == FECHA_CREACION || this == NUMERO;
    }

    /// Whether this order follows the date of creation, so that what some dates have is found far
    /// from its beginning.
    boolean followsDates() {
        return this == NUMERO || this == FECHA_VENTANA_CAMBIO;
    }

    /// A bound value of the key's type, under its collation.
    String bound(String name) {
        return "cast(:" + name + " as " + type + ")" + collation;
    }
}
