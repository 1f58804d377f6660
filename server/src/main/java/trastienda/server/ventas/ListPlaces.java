package trastienda.server.ventas;

import static trastienda.server.ventas.ListSql.AGENT_NAME;

import org.jspecify.annotations.Nullable;

/// Where the rows of a list are: statements that give id and sort key in order, from a cursor on,
/// each by the index that fits what is asked.
final class ListPlaces {
    private static final String DAY = "(%s.fecha_creacion at time zone 'America/Bogota')::date";

    /// Days from a sale to its change window; the largest number without one.
    private static final String PLAZO =
            "coalesce(%1$s.fecha_ventana_cambio - " + DAY.replace("%s", "%1$s") + ", 2147483647)";

    private final ListQuery query;
    private final ListFilter filter;
    private final Sorting sorting;
    private final ListOrder order;
    private final boolean descending;

    /// @param back read towards the start
    ListPlaces(ListQuery query, boolean back) {
        this.query = query;
        this.filter = new ListFilter(query);
        this.sorting = Sorting.of(query.filtro(), back);
        this.order = sorting.order();
        this.descending = sorting.descending();
    }

    /// The places of a page.
    String ofPage(@Nullable VentaCursor after) {
        if (!query.many()) {
            return gathered(after);
        }
        if (order == ListOrder.AGENTE) {
            return byAgent(after);
        }
        return byPlazos() ? plazos(after) : byKey(after);
    }

    /// The places of the whole list.
    String ofAll() {
        return order != ListOrder.AGENTE ? byKey(null) : ofPage(null);
    }

    private String byKey(@Nullable VentaCursor after) {
        var sort = direction();
        return "select v.id, %s as k, v.fecha_creacion as f, null as nombre, null as agente\n"
                        .formatted(order.key())
                + "from telefonica_ventaportabilidad v\nwhere "
                + begun(filter.where(), after)
                + sorting.after(after, order.key(), "v.fecha_creacion", "v.id")
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

    /// All that is found, and of that the page.
    private String gathered(@Nullable VentaCursor after) {
        var found =
                "with halladas as materialized (select v.id, %s as k, v.fecha_creacion as f,\n"
                                .formatted(order.key())
                        + "v.agente_id from telefonica_ventaportabilidad v where "
                        + filter.where()
                        + ")\n";
        var rows =
                order != ListOrder.AGENTE
                        ? """
                        select h.id, h.k, h.f, null as nombre, null as agente from halladas h
                        where true
                        """
                        : "select * from (select h.id, h.k, h.f, coalesce("
                                + AGENT_NAME
                                + """
                                , '') collate "es-x-icu" as nombre, coalesce(h.agente_id, 0) as agente
                                from halladas h left join auth_user u on u.id = h.agente_id) h
                                where true
                                """;
        return found + rows + sorting.after(after, "h.") + sorting.ordering("h.");
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
                        sorting.after(after, order.key(), "v.fecha_creacion", "v.id"),
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
        return sorting.ordering(from);
    }

    private String direction() {
        return sorting.direction();
    }

    private String beyond() {
        return sorting.beyond();
    }

    private String edge() {
        return descending ? "timestamptz 'infinity'" : "timestamptz '-infinity'";
    }
}
