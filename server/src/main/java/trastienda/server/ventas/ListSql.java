package trastienda.server.ventas;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The statements of a list without a text, put together from fixed pieces; every value is bound. A
/// page's rows are found by key and id in an index that holds what the filters ask, and only then
/// fetched.
///
/// By agent, whose names may change, the agents are walked in the order of their names and each
/// one's sales read from that agent's index until the page is full.
final class ListSql {
    /// The name of `auth_user u` as people read it.
    static final String AGENT_NAME =
            "coalesce(nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), ''), u.username)";

    private static final String COLUMNS =
            """
            v.id, v.numero, v.fecha_creacion, v.estado_venta, v.nombre_completo, v.tipo_documento,
            v.documento, v.telefono_legalizacion, v.numero_a_portar, v.numero_orden, v.plan_nombre,
            v.plan_cfm, v.agente_id, v.fecha_ventana_cambio, v.estado_confronta, v.version,
            cast(p.k as text) as clave, cast(p.f as text) as fecha, p.nombre, p.agente
            """;

    private final ListPlaces places;
    private final ListFilter filter;
    private final boolean byAgent;
    private final boolean byDate;

    /// @param back read towards the start
    ListSql(ListQuery query, boolean back) {
        this.places = new ListPlaces(query, back);
        this.filter = new ListFilter(query);
        this.byDate = ListOrder.of(query.filtro()).byDate();
        this.byAgent = ListOrder.of(query.filtro()) == ListOrder.AGENTE;
    }

    /// The rows of one page, in the direction read; `:limite`, and `:salto` rows left out before.
    String page(@Nullable VentaCursor after) {
        return rows(places.ofPage(after));
    }

    /// How many there are.
    String count() {
        return "select count(*) from telefonica_ventaportabilidad v where " + filter.where();
    }

    /// Every `:cada`-th row's place.
    String anchors() {
        return "with filas as (\n"
                + places.ofAll()
                + "\n), numeradas as (select f.*, row_number() over ("
                + places.ordering("f.")
                + ") as fila from filas f)\n"
                + """
                select fila, cast(k as text) as clave, cast(f as text) as fecha, nombre, agente, id,
                    0 as dia
                from numeradas where fila % :cada = 0 order by fila
                """;
    }

    /// Binds what the filter and the cursor name.
    void bind(Query statement, @Nullable VentaCursor after) {
        filter.bind(statement);
        bind(statement, after, byDate, byAgent);
    }

    static void bind(
            Query statement, @Nullable VentaCursor after, boolean byDate, boolean byAgent) {
        if (after != null && !after.start()) {
            statement.bind("clave", after.key()).bind("id", after.id());
            if (!byDate) {
                statement.bind("fecha", after.fecha());
            }
            if (byAgent) {
                statement.bind("nombre", after.nombre()).bind("agente", after.agente());
            }
        }
    }

    private String rows(String found) {
        return "with pagina as materialized (\n"
                + found
                + "\nlimit :limite offset :salto)\nselect "
                + COLUMNS
                + """
                from pagina p
                join telefonica_ventaportabilidad v on v.id = p.id
                """
                + places.ordering("p.");
    }
}
