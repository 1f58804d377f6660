package trastienda.server.ventas;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.SearchWords;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The statements of a list that a text is looked for in: on `trastienda.ventas_busqueda`, whose
/// rows are all a list shows, by its index of words. What narrows the list besides is part of the
/// same query of that index, so that only what is found is read.
///
/// The query of the index comes from a materialized expression, for the planner not to know it: of
/// words that all sales have it would think reading all rows the shorter way, and make every row's
/// words anew. Nor does it then begin processes of its own for a page, which read a hundred blocks
/// before they have read anything.
final class ListText {
    /// Of more, whose sales they are is asked of the rows.
    private static final int MOST_AGENTS = 25;

    private static final int FEW_DAYS = 400;

    private static final String FOUND =
            """
            with palabras as materialized (select cast(:palabras as tsquery) as consulta)
            select %s
            from palabras cross join trastienda.ventas_busqueda v%s
            where trastienda.palabras(v.nombre_completo, v.plan_nombre, v.numero_orden, v.numero,
                v.documento, v.numero_a_portar, v.telefono_legalizacion, v.fecha_creacion,
                v.agente_id, v.plan_adquiere_id, v.estado_venta, v.estado_confronta)
                @@ palabras.consulta
            """;

    private static final String DAY =
            """
            cast(floor(greatest(-1e11, least(1e11, extract(epoch from %s at time zone 'UTC')))
                / 86400) as bigint) as dia\
            """;

    private final ListQuery query;
    private final FiltroVentas filtro;
    private final Sorting sorting;

    /// @param back read towards the start
    ListText(ListQuery query, boolean back) {
        this.query = query;
        this.filtro = query.filtro();
        this.sorting = Sorting.of(filtro, back);
    }

    /// How many there are, and between which days.
    String count() {
        return FOUND.formatted(
                        "count(*) as cuenta, "
                                + DAY.formatted("min(v.fecha_creacion)").replace("dia", "desde")
                                + ", "
                                + DAY.formatted("max(v.fecha_creacion)").replace("dia", "hasta"),
                        "")
                + conditions();
    }

    /// The rows of one page, in the direction read; `:limite`, and `:salto` rows left out before.
    String page(@Nullable VentaCursor after) {
        return "select p.*, cast(p.k as text) as clave, cast(p.f as text) as fecha from (\n"
                + found("v.*, ")
                + ") p where true\n"
                + sorting.after(after, "p.")
                + sorting.ordering("p.")
                + "limit :limite offset :salto";
    }

    /// Every `:cada`-th row's place.
    String anchors() {
        return "select p.*, cast(p.k as text) as clave, cast(p.f as text) as fecha, "
                + DAY.formatted("p.f")
                + "\nfrom (select h.*, row_number() over ("
                + sorting.ordering("h.")
                + ") as fila from (\n"
                + found("v.id, ")
                + ") h) p where fila % :cada = 0 order by fila";
    }

    private String found(String columns) {
        var key = sorting.order().key();
        var byAgent = sorting.order() == ListOrder.AGENTE;
        return FOUND.formatted(
                        columns
                                + key
                                + " as k, v.fecha_creacion as f, "
                                + (byAgent
                                        ? "coalesce("
                                                + ListSql.AGENT_NAME
                                                + ", '') collate \"es-x-icu\" as nombre, "
                                                + "coalesce(v.agente_id, 0) as agente"
                                        : "null as nombre, null as agente"),
                        byAgent ? " left join auth_user u on u.id = v.agente_id" : "")
                + conditions();
    }

    private String conditions() {
        var sql = new StringBuilder();
        if (filtro.fechaDesde() != null) {
            sql.append("and v.fecha_creacion >= :desde\n");
        }
        if (filtro.fechaHasta() != null) {
            sql.append("and v.fecha_creacion < :hasta\n");
        }
        if (query.agentes() != null && query.agentes().size() > MOST_AGENTS) {
            sql.append("and v.agente_id = any(:agentes)\n");
        }
        return sql.toString();
    }

    /// Binds what the statements name.
    ///
    /// @param days created on these only, if not null
    void bind(Query statement, @Nullable Days days, @Nullable VentaCursor after) {
        statement.bind("palabras", lexemes(days));
        if (desde() != null) {
            statement.bind("desde", desde());
        }
        if (hasta() != null) {
            statement.bind("hasta", hasta());
        }
        var agentes = query.agentes();
        if (agentes != null && agentes.size() > MOST_AGENTS) {
            statement.bindArray("agentes", Long.class, agentes);
        }
        var order = sorting.order();
        ListSql.bind(statement, after, order.byDate(), order == ListOrder.AGENTE);
    }

    private String lexemes(@Nullable Days days) {
        var all = new ArrayList<String>();
        all.add(words(days));
        var agentes = query.agentes();
        if (agentes != null && agentes.size() <= MOST_AGENTS) {
            all.add(any(agentes.stream().map(id -> "@a" + id).toList()));
        }
        if (filtro.estado() != null) {
            all.add(any(List.of("@e" + filtro.estado().wire())));
        }
        if (filtro.plan() != null) {
            all.add(any(List.of("@p" + filtro.plan())));
        }
        if (filtro.conConfronta() != null || filtro.porSubir() != null) {
            all.add(any(confrontas().stream().map(estado -> "@c" + estado.wire()).toList()));
        }
        return String.join(" & ", all);
    }

    /// The words, of those days. Of few days they are looked for where only those have them: what a
    /// word's beginning finds is read to its end whatever else is asked.
    private String words(@Nullable Days days) {
        var typed = Objects.requireNonNull(filtro.q());
        if (days == null) {
            return words(typed, "");
        }
        if (days.length() > FEW_DAYS || !SearchWords.hasWord(typed)) {
            return words(typed, "") + " & " + any(days.lexemes());
        }
        return days.byWordPlace().stream()
                .map(
                        part ->
                                words(typed, part.wordPlace())
                                        + (part.isWordPlace() ? "" : " & " + any(part.lexemes())))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private String words(String typed, String place) {
        var asked = SearchWords.of(typed);
        return WordQuery.of(query.masked() ? SearchWords.masked(asked) : asked, place);
    }

    private List<EstadoConfronta> confrontas() {
        var con = filtro.conConfronta();
        var porSubir = filtro.porSubir();
        return Arrays.stream(EstadoConfronta.values())
                .filter(estado -> con == null || con == (estado != EstadoConfronta.NINGUNA))
                .filter(
                        estado ->
                                porSubir == null
                                        || porSubir == (estado == EstadoConfronta.POR_SUBIR))
                .toList();
    }

    private static String any(Collection<String> lexemes) {
        return lexemes.isEmpty()
                ? WordQuery.NOTHING
                : lexemes.stream()
                        .map(WordQuery::lexeme)
                        .collect(Collectors.joining(" | ", "(", ")"));
    }

    /// The days that are worth naming to the index before it is known what there is: those of a
    /// filter with both ends.
    @Nullable Days asked() {
        var desde = desde();
        var hasta = hasta();
        return desde == null || hasta == null
                ? null
                : new Days(Days.of(desde.toInstant()), Days.of(hasta.toInstant()));
    }

    /// The days of all that was found, if the filter names any.
    @Nullable Days found(Counted counted) {
        return desde() == null && hasta() == null ? null : counted.days();
    }

    /// Windows on the list from a place on, in an order by date.
    DayWindows windows(Counted counted, @Nullable VentaCursor after, int rows) {
        var all = counted.days();
        var edge = sorting.descending() ? all.last() : all.first();
        var start =
                after == null || after.start()
                        ? edge
                        : Math.clamp(after.day(), all.first(), all.last());
        return new DayWindows(counted, start, sorting.descending(), rows);
    }

    private @Nullable OffsetDateTime desde() {
        return ListFilter.startOf(filtro.fechaDesde());
    }

    private @Nullable OffsetDateTime hasta() {
        return ListFilter.startOf(ListFilter.dayAfter(filtro.fechaHasta()));
    }
}
