package trastienda.server.ventas;

import static trastienda.server.ventas.ListSql.AGENT_NAME;

import org.jspecify.annotations.Nullable;

/// Where the rows of a list are: statements that give id and sort key in order, from a cursor on,
/// each by the index that fits what is asked.
final class ListPlaces {
    private static final int MANY_MONTHS = 24;

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
        if (!query.words().isEmpty()) {
            return byText(after);
        }
        if (order == ListOrder.AGENTE) {
            return byAgent(after);
        }
        return byMonths() ? months(after) : byKey(after, filter.where(), "");
    }

    /// The places of the whole list.
    String ofAll() {
        return query.words().isEmpty() && order != ListOrder.AGENTE
                ? byKey(null, filter.where(), "")
                : ofPage(null);
    }

    /// Whether to try [#glance] first: words that many sales may have, in an order that is cheap to
    /// read on in.
    boolean glances() {
        return order.asWritten()
                && !query.words().isEmpty()
                && query.words().stream()
                        .allMatch(word -> word instanceof SearchWord.Text text && !text.specific());
    }

    /// The places of a page among the next two thousand sales only: complete when it is full.
    String glance(@Nullable VentaCursor after) {
        return "select c.id, c.k, null as nombre, null as agente from (\n"
                + byKey(after, filter.conditions(), "v.busqueda, v.numero, ")
                + "\nlimit 2000) c\nwhere "
                + filter.words("c")
                + ordering("nombre", "agente", "c.k", "c.id");
    }

    private String byKey(@Nullable VentaCursor after, String where, String more) {
        var key = order.key();
        return "select %sv.id, %s as k, null as nombre, null as agente\n".formatted(more, key)
                + "from telefonica_ventaportabilidad v\nwhere "
                + where
                + beyondCursor(after, key, "v.id")
                + "order by %s %s, v.id %s".formatted(key, direction(), direction());
    }

    private String beyondCursor(@Nullable VentaCursor after, String key, String id) {
        return after == null || after.start()
                ? ""
                : "and (%s, %s) %s (%s, :id)\n".formatted(key, id, beyond(), order.bound("clave"));
    }

    /// What the text finds, all of it, and of that the page: in any other way a rare word could
    /// mean reading every sale.
    private String byText(@Nullable VentaCursor after) {
        var found =
                "with halladas as materialized (select v.id, %s as k, v.agente_id\n"
                                .formatted(order.key())
                        + "from telefonica_ventaportabilidad v where "
                        + filter.where()
                        + ")\n";
        if (order != ListOrder.AGENTE) {
            return found
                    + "select h.id, h.k, null as nombre, null as agente from halladas h\n"
                    + "where true\n"
                    + beyondCursor(after, "h.k" + order.collation(), "h.id")
                    + "order by h.k%s %s, h.id %s"
                            .formatted(order.collation(), direction(), direction());
        }
        var started = after != null && !after.start();
        return found
                + "select * from (select h.id, h.k, coalesce("
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
                + ordering("n.nombre", "n.agente", "n.k", "n.id");
    }

    /// Dates and an order of another kind: each month has its own index in that order, and the
    /// months' first rows are merged. Where many months are asked, an order that has nothing to do
    /// with dates finds enough of them by itself; a state, a plan or one agent narrow more.
    private boolean byMonths() {
        var filtro = query.filtro();
        var agentes = query.agentes();
        return query.months() > 0
                && (query.months() <= MANY_MONTHS || order.followsDates())
                && order != ListOrder.FECHA_CREACION
                && filtro.estado() == null
                && filtro.plan() == null
                && !Boolean.TRUE.equals(filtro.porSubir())
                && (agentes == null || agentes.size() > 1);
    }

    private String months(@Nullable VentaCursor after) {
        var filtro = query.filtro();
        var month = "date_trunc('month', %s at time zone 'America/Bogota')";
        var edge = "(select %s(fecha_creacion) from telefonica_ventaportabilidad)";
        var first = edge.formatted("min");
        var last = edge.formatted("max");
        return "select x.id, x.k, null as nombre, null as agente\nfrom generate_series("
                + month.formatted(
                        filtro.fechaDesde() == null ? first : "greatest(:desde, " + first + ")")
                + ",\n"
                + month.formatted(
                        filtro.fechaHasta() == null
                                ? last
                                : "least(:hasta - interval '1 microsecond', " + last + ")")
                + ", interval '1 month') m (mes)\ncross join lateral ("
                + byKey(
                        after,
                        month.formatted("v.fecha_creacion") + " = m.mes and " + filter.where(),
                        "")
                + "\nlimit cast(:limite as bigint) + :salto) x\n"
                + "order by x.k%s %s, x.id %s"
                        .formatted(order.collation(), direction(), direction());
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
        return sql.append(") filas ").append(ordering("nombre", "agente", "k", "id")).toString();
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
        select x.id, x.k, a.nombre, a.id as agente
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
        return "select v.id, v.fecha_creacion as k, '' as nombre, 0 as agente\n"
                + "from telefonica_ventaportabilidad v\nwhere v.agente_id is null and "
                + filter.filters()
                + (started
                        ? "and (v.fecha_creacion, v.id) %s (%s, :id)\n"
                                .formatted(beyond(), order.bound("clave"))
                        : "")
                + "order by v.fecha_creacion %s, v.id %s".formatted(direction(), direction());
    }

    /// The list's order on these columns.
    String ordering(String nombre, String agente, String key, String id) {
        var sort = direction();
        var byKey = "%s %s, %s %s".formatted(key, sort, id, sort);
        return "order by "
                + (order == ListOrder.AGENTE
                        ? "%s %s, %s %s, %s".formatted(nombre, sort, agente, sort, byKey)
                        : byKey);
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
