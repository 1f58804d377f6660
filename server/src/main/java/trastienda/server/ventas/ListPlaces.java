package trastienda.server.ventas;

import static trastienda.server.ventas.ListSql.AGENT_NAME;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// Where the rows of a list are: statements that give id and sort key in order, from a cursor on,
/// each by the index that fits what is asked.
final class ListPlaces {
    /// How many sales a glance looks at.
    private static final int GLANCE = 6_000;

    private static final String DAY = "(%s.fecha_creacion at time zone 'America/Bogota')::date";

    /// Days from a sale to its change window; the largest number without one.
    private static final String PLAZO =
            "coalesce(%1$s.fecha_ventana_cambio - " + DAY.replace("%s", "%1$s") + ", 2147483647)";

    private final ListQuery query;
    private final ListFilter filter;
    private final ListOrder order;
    private final boolean descending;

    /// @param back read towards the start
    ListPlaces(ListQuery query, boolean back) {
        this.query = query;
        this.filter = new ListFilter(query);
        this.order = ListOrder.of(query.filtro());
        this.descending = ListOrder.descending(query.filtro()) != back;
    }

    /// The places of a page.
    String ofPage(@Nullable VentaCursor after) {
        if (!query.words().isEmpty() || !query.many()) {
            return gathered(after);
        }
        if (order == ListOrder.AGENTE) {
            return byAgent(after);
        }
        return byPlazos() ? plazos(after) : byKey(after, filter.where(), "");
    }

    /// The places of the whole list.
    String ofAll() {
        return query.words().isEmpty() && order != ListOrder.AGENTE
                ? byKey(null, filter.where(), "")
                : ofPage(null);
    }

    /// Whether to try [#glance] first: words that many sales have, in the order of writing.
    boolean glances() {
        return order == ListOrder.FECHA_CREACION
                && query.many()
                && !query.words().isEmpty()
                && query.words().stream().allMatch(SearchWord.Text.class::isInstance);
    }

    /// The places of a page among the next few thousand sales only: complete when it is full.
    String glance(@Nullable VentaCursor after) {
        return "select c.id, c.k, c.f, null as nombre, null as agente from (\n"
                + byKey(after, filter.conditions(), "v.busqueda, ")
                + "\nlimit "
                + GLANCE
                + ") c\nwhere "
                + filter.words("c")
                + ordering("c.");
    }

    private String byKey(@Nullable VentaCursor after, String where, String more) {
        var sort = direction();
        return "select %sv.id, %s as k, v.fecha_creacion as f, null as nombre, null as agente\n"
                        .formatted(more, order.key())
                + "from telefonica_ventaportabilidad v\nwhere "
                + begun(where, after)
                + beyondCursor(after, order.key(), "v.fecha_creacion", "v.id")
                + fromDate(after)
                + (order.byDate()
                        ? "order by v.fecha_creacion %s, v.id %s".formatted(sort, sort)
                        : "order by %s %s, v.fecha_creacion %s, v.id %s"
                                .formatted(order.key(), sort, sort, sort));
    }

    /// Where a cursor begins, the filter's date on that side only holds the index back.
    private String begun(String where, @Nullable VentaCursor after) {
        if (after == null || after.start() || order != ListOrder.FECHA_CREACION) {
            return where;
        }
        var bound = "v.fecha_creacion " + (descending ? "< :hasta" : ">= :desde");
        return where.replace(bound, bound.replace("creacion", "creacion + interval '0'"));
    }

    /// The cursor's date once more, where all that comes before it is the same: PostgreSQL begins
    /// at a plain condition on one column, not at one on several.
    private String fromDate(@Nullable VentaCursor after) {
        var alone =
                order == ListOrder.FECHA_CREACION
                        || (order == ListOrder.ESTADO_VENTA && query.filtro().estado() != null);
        return after == null || after.start() || !alone
                ? ""
                : "and v.fecha_creacion %s= cast(:%s as timestamptz)\n"
                        .formatted(beyond(), order.byDate() ? "clave" : "fecha");
    }

    private String beyondCursor(@Nullable VentaCursor after, String key, String fecha, String id) {
        if (after == null || after.start()) {
            return "";
        }
        var clave = order.bound("clave");
        return order.byDate()
                ? "and (%s, %s) %s (%s, :id)\n".formatted(key, id, beyond(), clave)
                : "and (%s, %s, %s) %s (%s, cast(:fecha as timestamptz), :id)\n"
                        .formatted(key, fecha, id, beyond(), clave);
    }

    /// All that is found, and of that the page. What a text finds can be come by in no other way: a
    /// rare word could mean reading every sale.
    private String gathered(@Nullable VentaCursor after) {
        var found =
                "with halladas as materialized (select v.id, %s as k, v.fecha_creacion as f,\n"
                                .formatted(order.key())
                        + "v.agente_id from telefonica_ventaportabilidad v where "
                        + filter.where()
                        + ")\n";
        if (order != ListOrder.AGENTE) {
            return found
                    + "select h.id, h.k, h.f, null as nombre, null as agente from halladas h\n"
                    + "where true\n"
                    + beyondCursor(after, "h.k" + order.collation(), "h.f", "h.id")
                    + ordering("h.");
        }
        var started = after != null && !after.start();
        return found
                + "select * from (select h.id, h.k, h.f, coalesce("
                + AGENT_NAME
                + """
                , '') collate "es-x-icu" as nombre, coalesce(h.agente_id, 0) as agente
                from halladas h left join auth_user u on u.id = h.agente_id) n
                where true
                """
                + (started
                        ? """
                        and (n.nombre, n.agente, n.k, n.id) %s
                            (:nombre collate "es-x-icu", :agente, %s, :id)
                        """
                                .formatted(beyond(), order.bound("clave"))
                        : "")
                + ordering("n.");
    }

    /// Dates, and the order of the change window, which follows them from afar: read on from its
    /// beginning, it would first show what those dates do not have.
    private boolean byPlazos() {
        var filtro = query.filtro();
        return order == ListOrder.FECHA_VENTANA_CAMBIO
                && (filtro.fechaDesde() != null || filtro.fechaHasta() != null)
                && filtro.estado() == null
                && filtro.plan() == null
                && query.agentes() == null;
    }

    /// Among the sales whose window is as many days after their date, the order of the window is
    /// that of the date: one index holds each of those few groups in it, and they are merged.
    private String plazos(@Nullable VentaCursor after) {
        var plazo = PLAZO.formatted("v");
        return """
        with recursive plazos as (
            (select %1$s as plazo from telefonica_ventaportabilidad v order by 1 limit 1)
            union all
            select (select %1$s from telefonica_ventaportabilidad v
                    where %1$s > p.plazo order by 1 limit 1)
            from plazos p where p.plazo is not null)
        select x.id, x.k, x.f, null as nombre, null as agente
        from plazos p cross join lateral (
            select v.id, %2$s as k, v.fecha_creacion as f from telefonica_ventaportabilidad v
            where %1$s = p.plazo and %3$s%4$s%5$s
            order by v.fecha_creacion %6$s, v.id %6$s
            limit cast(:limite as bigint) + :salto) x
        where p.plazo is not null
        order by x.k %6$s, x.f %6$s, x.id %6$s\
        """
                .formatted(
                        plazo,
                        order.key(),
                        filter.where(),
                        beyondCursor(after, order.key(), "v.fecha_creacion", "v.id"),
                        after == null || after.start() ? "" : fromDay(),
                        direction());
    }

    /// Where the cursor's window lies among one group's dates; a window further from its date than
    /// any calendar is looked for without.
    private String fromDay() {
        return """
        and v.fecha_creacion %1$s case
            when p.plazo = 2147483647 and cast(:clave as date) = 'infinity'
                then cast(:fecha as timestamptz)
            when p.plazo = 2147483647 then timestamptz '-infinity'
            when cast(:clave as date) = 'infinity' then timestamptz 'infinity'
            when abs(p.plazo) > 100000 then timestamptz '%2$s'
            else (cast(:clave as date) - p.plazo + %3$d)::timestamp at time zone 'America/Bogota'
        end
        """
                .formatted(
                        descending ? "<=" : ">=",
                        descending ? "infinity" : "-infinity",
                        descending ? 1 : 0);
    }

    /// Sales of nobody stand where an empty name would.
    private String byAgent(@Nullable VentaCursor after) {
        var started = after != null && !after.start();
        var inNobodys = after != null && !after.start() && after.agente() == 0;
        var nobodys = query.agentes() == null && !(started && !descending && !inNobodys);
        var agents = !(started && descending && inNobodys);
        var sql = new StringBuilder("select * from (\n");
        if (agents) {
            sql.append("(").append(ofAgents(started && !inNobodys)).append(")\n");
        }
        if (agents && nobodys) {
            sql.append("union all\n");
        }
        if (nobodys) {
            sql.append("(").append(ofNobody(inNobodys)).append(")\n");
        }
        return sql.append(") filas ").append(ordering("filas.")).toString();
    }

    private String ofAgents(boolean started) {
        var people =
                "select u.id, %s collate \"es-x-icu\" as nombre from auth_user u"
                                .formatted(AGENT_NAME)
                        + (query.agentes() == null ? "" : " where u.id = any(:agentes)");
        var inside =
                started
                        ? "and (v.fecha_creacion, v.id) %s (%s, %s)\n"
                                .formatted(
                                        beyond(),
                                        "case when a.id = :agente then "
                                                + order.bound("clave")
                                                + " else %s end".formatted(edge()),
                                        "case when a.id = :agente then :id else %d end"
                                                .formatted(descending ? Long.MAX_VALUE : 0))
                        : "";
        var fromAgent =
                started
                        ? "where (a.nombre, a.id) %s= (:nombre collate \"es-x-icu\", :agente)\n"
                                .formatted(beyond())
                        : "";
        return """
        select x.id, x.k, x.k as f, a.nombre, a.id as agente
        from (select * from (%s) todos order by nombre %s, id %s) a
        cross join lateral (
            select v.id, v.fecha_creacion as k from telefonica_ventaportabilidad v
            where v.agente_id = a.id and %s%s
            order by v.fecha_creacion %s, v.id %s) x
        %sorder by a.nombre %s, a.id %s, x.k %s, x.id %s
        """
                .formatted(
                        people,
                        direction(),
                        direction(),
                        filter.filters(),
                        inside,
                        direction(),
                        direction(),
                        fromAgent,
                        direction(),
                        direction(),
                        direction(),
                        direction());
    }

    private String ofNobody(boolean started) {
        return "select v.id, v.fecha_creacion as k, v.fecha_creacion as f, '' as nombre, 0 as"
                + " agente\n"
                + "from telefonica_ventaportabilidad v\n"
                + "where v.agente_id is null and "
                + filter.filters()
                + (started
                        ? "and (v.fecha_creacion, v.id) %s (%s, :id)\n"
                                .formatted(beyond(), order.bound("clave"))
                        : "")
                + "order by v.fecha_creacion %s, v.id %s".formatted(direction(), direction());
    }

    /// The list's order on the columns of what the prefix names.
    String ordering(String from) {
        var columns =
                switch (order) {
                    case AGENTE -> List.of("nombre", "agente", "k", "id");
                    case FECHA_CREACION -> List.of("k", "id");
                    default -> List.of("k", "f", "id");
                };
        return columns.stream()
                .map(
                        column ->
                                from
                                        + column
                                        + (column.equals("k") ? order.collation() : "")
                                        + " "
                                        + direction())
                .collect(Collectors.joining(", ", "order by ", "\n"));
    }

    private String direction() {
        return descending ? "desc" : "asc";
    }

    private String beyond() {
        return descending ? "<" : ">";
    }

    private String edge() {
        return descending ? "timestamptz 'infinity'" : "timestamptz '-infinity'";
    }
}
