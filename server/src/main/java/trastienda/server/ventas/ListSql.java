package trastienda.server.ventas;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaRules;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// The list's statements, put together from fixed pieces; every value is bound. A page's rows are
/// found by key and id in an index that holds what the filters ask, and only then fetched.
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
            cast(p.k as text) as clave, p.nombre, p.agente
            """;

    private final ListQuery query;
    private final ListOrder order;
    private final boolean descending;

    /// @param back read towards the start
    ListSql(ListQuery query, boolean back) {
        this.query = query;
        this.order = ListOrder.of(query.filtro());
        this.descending = ListOrder.descending(query.filtro()) != back;
    }

    /// The rows of one page, in the direction read; `:limite`, and `:salto` rows left out before.
    String page(@Nullable VentaCursor after) {
        return "with pagina as materialized (\n"
                + (order == ListOrder.AGENTE ? byAgent(after) : byKey(after))
                + "\nlimit :limite offset :salto)\nselect "
                + COLUMNS
                + """
                from pagina p
                join telefonica_ventaportabilidad v on v.id = p.id
                """
                + ordering("p.nombre", "p.agente", "p.k", "p.id");
    }

    /// How many there are.
    String count() {
        return "select count(*) from telefonica_ventaportabilidad v where " + where();
    }

    /// Every `:cada`-th row's place, and the last row number.
    String anchors() {
        return "with filas as (\n"
                + (order == ListOrder.AGENTE ? byAgent(null) : byKey(null))
                + "\n), numeradas as (select f.*, row_number() over ("
                + ordering("f.nombre", "f.agente", "f.k", "f.id")
                + ") as fila from filas f)\n"
                + """
                select fila, cast(k as text) as clave, nombre, agente, id
                from numeradas where fila % :cada = 0 order by fila
                """;
    }

    /// Binds what `where` and the cursor name.
    void bind(Query statement, @Nullable VentaCursor after) {
        var filtro = query.filtro();
        var agentes = query.agentes();
        if (agentes != null) {
            statement.bindArray("agentes", Long.class, agentes);
        }
        bind(statement, "estado", filtro.estado() == null ? null : filtro.estado().wire());
        bind(statement, "plan", filtro.plan());
        bind(statement, "desde", startOf(filtro.fechaDesde()));
        bind(statement, "hasta", startOf(dayAfter(filtro.fechaHasta())));
        for (int i = 0; i < query.words().size(); i++) {
            for (int j = 0; j < query.words().get(i).size(); j++) {
                statement.bind("q" + i + "_" + j, query.words().get(i).get(j));
            }
        }
        if (after != null && !after.start()) {
            statement.bind("clave", after.key()).bind("id", after.id());
            if (order == ListOrder.AGENTE) {
                statement.bind("nombre", after.nombre()).bind("agente", after.agente());
            }
        }
    }

    private static void bind(Query statement, String name, @Nullable Object value) {
        if (value != null) {
            statement.bind(name, value);
        }
    }

    private String byKey(@Nullable VentaCursor after) {
        var key = order.key();
        var from =
                after == null || after.start()
                        ? ""
                        : "and (%s, v.id) %s (%s, :id)\n"
                                .formatted(key, beyond(), order.bound("clave"));
        return "select v.id, %s as k, null as nombre, null as agente\n".formatted(key)
                + "from telefonica_ventaportabilidad v\nwhere "
                + where()
                + from
                + "order by %s %s, v.id %s".formatted(key, direction(), direction());
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
                        filters(),
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
                + filters()
                + (started
                        ? "and (v.fecha_creacion, v.id) %s (%s, :id)\n"
                                .formatted(beyond(), order.bound("clave"))
                        : "")
                + "order by v.fecha_creacion %s, v.id %s".formatted(direction(), direction());
    }

    private String where() {
        return (query.agentes() == null ? "" : "v.agente_id = any(:agentes) and ") + filters();
    }

    private String filters() {
        var filtro = query.filtro();
        var sql = new StringBuilder("true\n");
        if (filtro.estado() != null) {
            sql.append("and v.estado_venta collate \"C\" = :estado\n");
        }
        if (filtro.plan() != null) {
            sql.append("and v.plan_adquiere_id = :plan\n");
        }
        if (filtro.fechaDesde() != null) {
            sql.append("and v.fecha_creacion >= :desde\n");
        }
        if (filtro.fechaHasta() != null) {
            sql.append("and v.fecha_creacion < :hasta\n");
        }
        confronta(sql, filtro);
        for (int i = 0; i < query.words().size(); i++) {
            sql.append("and (v.busqueda like :q").append(i).append("_0");
            for (int j = 1; j < query.words().get(i).size(); j++) {
                sql.append(" or v.busqueda like :q%d_%d".formatted(i, j));
            }
            sql.append(")\n");
        }
        return sql.toString();
    }

    private static void confronta(StringBuilder sql, FiltroVentas filtro) {
        var con = filtro.conConfronta();
        if (con != null) {
            sql.append("and v.estado_confronta collate \"C\" ")
                    .append(con ? "<>" : "=")
                    .append(" 'ninguna'\n");
        }
        var porSubir = filtro.porSubir();
        if (porSubir != null) {
            // the second condition is the index's own, so that it is seen to apply
            sql.append(
                    porSubir
                            ? """
                            and v.estado_confronta collate "C" = 'por_subir'
                            and v.estado_confronta <> 'guardada'
                            """
                            : "and v.estado_confronta collate \"C\" <> 'por_subir'\n");
        }
    }

    private String ordering(String nombre, String agente, String key, String id) {
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

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(VentaRules.ZONE).toOffsetDateTime();
    }
}
