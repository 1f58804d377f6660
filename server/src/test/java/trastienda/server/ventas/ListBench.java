package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Principal;
import trastienda.server.testing.Bench;
import trastienda.shared.json.Json;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page of 50 out of a million sales under every filter of the screen in every order of its
/// columns: the blocks it reads, its time, and its count. Blocks do not depend on what else the
/// machine does.
@Tag("bench")
final class ListBench {
    private static final int PAGE = 50;
    private static final long BLOCKS = 300;
    private static final double PAGE_MS = 150;
    private static final double COUNT_MS = 700;
    private static final List<String> ORDERINGS =
            List.of(
                    "nombre_completo",
                    "estado_venta",
                    "fecha_ventana_cambio",
                    "plan_nombre",
                    "agente",
                    "fecha_creacion");

    private static MillionSales sales;
    private static VentasList list;
    private static final ListRepository REPOSITORY = new ListRepository();
    private static final Map<FiltroVentas, Long> COUNTS = new HashMap<>();

    @BeforeAll
    static void open() {
        sales = MillionSales.open();
        list = Features.ventas(sales.databases(), Clock.systemUTC()).list();
    }

    @AfterAll
    static void close() {
        sales.close();
    }

    @Test
    void everyFilterInEveryOrderReadsFewBlocksAndAnswersSoon() {
        var missed = new ArrayList<String>();
        for (var filter : filters().entrySet()) {
            measure(filter.getKey(), filter.getValue(), missed);
        }
        missed.forEach(miss -> System.out.println("missed: " + miss));
        assertThat(missed).isEmpty();
    }

    @Test
    void aPageFarDownCostsWhatTheFirstCosts() {
        var anchors = list.anchors(all(), FiltroVentas.all(), 100_000).anclas();
        var first = anchors.getFirst().cursor();
        var far = anchors.get(9).cursor();
        var near = new ArrayList<Double>();
        var down = new ArrayList<Double>();
        for (int n = 0; n < 300; n++) {
            near.add(Bench.best(1, () -> list.byCursor(all(), FiltroVentas.all(), PAGE, first)));
            down.add(Bench.best(1, () -> list.byCursor(all(), FiltroVentas.all(), PAGE, far)));
        }
        var ratio = Bench.percentile(down, 0.5) / Bench.percentile(near, 0.5);
        Bench.line(
                "list.row-900000-ms",
                Bench.percentile(down, 0.5),
                Bench.percentile(near, 0.5),
                ratio,
                1.2);
        assertThat(ratio).isLessThanOrEqualTo(1.2);
    }

    private static void measure(String name, FiltroVentas filtro, List<String> missed) {
        var took = new ArrayList<Double>();
        long most = 0;
        for (var column : ORDERINGS) {
            for (var ordering : List.of(column, "-" + column)) {
                var ordered = ordered(filtro, ordering);
                for (var place : places(ordered)) {
                    var blocks = blocks(ordered, place);
                    most = Math.max(most, blocks);
                    var ms = milliseconds(ordered, place);
                    took.add(ms);
                    if (blocks > BLOCKS || ms > PAGE_MS) {
                        missed.add(
                                "%s by %s%s: %d blocks, %.0f ms"
                                        .formatted(
                                                name,
                                                ordering,
                                                place == null ? "" : " from the middle",
                                                blocks,
                                                ms));
                    }
                }
            }
        }
        Bench.line("list." + name + ".blocks", (double) most, BLOCKS, 1);
        Bench.line("list." + name + ".page-p95-ms", Bench.percentile(took, 0.95), PAGE_MS, 1);
        var count = count(filtro);
        Bench.line("list." + name + ".count-ms", count, COUNT_MS, 1);
        if (count > COUNT_MS) {
            missed.add("%s counted in %.0f ms".formatted(name, count));
        }
    }

    static Map<String, FiltroVentas> filters() {
        var filters = new LinkedHashMap<String, FiltroVentas>();
        filters.put("none", FiltroVentas.all());
        for (var estado :
                List.of(
                        EstadoVenta.PENDIENTE_REVISION,
                        EstadoVenta.ESCALAMIENTO_NO_SOLUCIONADO,
                        EstadoVenta.RECHAZADA,
                        EstadoVenta.COMPLETADA)) {
            filters.put("estado-" + estado.wire(), of(estado, null, null));
        }
        filters.put("agent-of-now", of(null, agent("asesor190"), null));
        filters.put("agent-of-once", of(null, agent("asesor5"), null));
        filters.put("plan", of(null, null, plan("POS-3")));
        filters.put("plan-withdrawn", of(null, null, plan("POS-12")));
        filters.put("dates-day", dates(LocalDate.of(2025, 6, 12), LocalDate.of(2025, 6, 12)));
        filters.put("dates-week", dates(LocalDate.of(2025, 3, 27), LocalDate.of(2025, 4, 3)));
        filters.put(
                "dates-half-months", dates(LocalDate.of(2025, 4, 15), LocalDate.of(2025, 6, 16)));
        filters.put("dates-year", dates(LocalDate.of(2025, 1, 20), LocalDate.of(2026, 1, 10)));
        filters.put("dates-from", dates(LocalDate.of(2024, 2, 20), null));
        filters.put("dates-until", dates(null, LocalDate.of(2026, 6, 10)));
        filters.put("confronta-with", files(true, null));
        filters.put("confronta-without", files(false, null));
        filters.put("confronta-pending", files(null, true));
        filters.put("text-document", text("1000123456"));
        filters.put("text-digits", text("310765"));
        filters.put("text-full-name", text("zoraida villamizar yepes"));
        filters.put("text-surname", text("wilches"));
        filters.put("text-common-name", text("rodriguez"));
        filters.put("text-plan-word", text("ilimitado"));
        filters.put("text-in-all", text("pospago"));
        return filters;
    }

    private static ListSql sql(Handle handle, FiltroVentas filtro) {
        var query = list.query(handle, all(), filtro);
        var plain = ordered(filtro, FiltroVentas.DEFAULT_ORDERING);
        var count =
                COUNTS.computeIfAbsent(
                        plain, all -> REPOSITORY.count(handle, new ListSql(query, false)));
        return new ListSql(query.finding(count > VentasList.FEW), false);
    }

    /// The first page, and one somewhere in the middle.
    private static List<@Nullable VentaCursor> places(FiltroVentas filtro) {
        var middle =
                switch (ListOrder.of(filtro)) {
                    case FECHA_CREACION, AGENTE -> "2025-06-12 15:00:00Z";
                    case FECHA_VENTANA_CAMBIO -> "2025-06-12";
                    case NOMBRE_COMPLETO -> "Luis Alberto";
                    case PLAN_NOMBRE -> "Pospago 50 GB Ilimitado";
                    case ESTADO_VENTA ->
                            filtro.estado() == null ? "completada" : filtro.estado().wire();
                    case NUMERO -> "PORTA-20250612";
                };
        return Arrays.asList(
                null,
                new VentaCursor(
                        "",
                        false,
                        middle,
                        "2025-06-12 15:00:00Z",
                        "Luis Peña 100",
                        agent("asesor100"),
                        1,
                        0,
                        0));
    }

    private static long blocks(FiltroVentas filtro, @Nullable VentaCursor after) {
        return sales.databases()
                .main()
                .read(
                        handle -> {
                            var sql = sql(handle, filtro);
                            long blocks = 0;
                            if (sql.glances()) {
                                var glance = explain(handle, sql, sql.glance(after), after);
                                blocks += glance.blocks;
                                if (glance.rows > PAGE) {
                                    return blocks;
                                }
                            }
                            return blocks + explain(handle, sql, sql.page(after), after).blocks;
                        });
    }

    private record Explained(long blocks, long rows) {}

    private static Explained explain(
            Handle handle, ListSql sql, String text, @Nullable VentaCursor after) {
        var query = handle.createQuery("explain (analyze, buffers, format json) " + text);
        sql.bind(query, after);
        var plan =
                Json.mapper()
                        .readTree(
                                query.bind("limite", PAGE + 1)
                                        .bind("salto", 0L)
                                        .mapTo(String.class)
                                        .one())
                        .get(0)
                        .get("Plan");
        return new Explained(
                plan.get("Shared Hit Blocks").asLong() + plan.get("Shared Read Blocks").asLong(),
                plan.get("Actual Rows").asLong());
    }

    /// The best of three.
    private static double milliseconds(FiltroVentas filtro, @Nullable VentaCursor after) {
        return Bench.best(
                3,
                () ->
                        sales.databases()
                                .main()
                                .read(
                                        handle ->
                                                REPOSITORY.page(
                                                        handle,
                                                        sql(handle, filtro),
                                                        after,
                                                        PAGE + 1,
                                                        0)));
    }

    private static double count(FiltroVentas filtro) {
        return Bench.best(
                3,
                () ->
                        sales.databases()
                                .main()
                                .read(handle -> REPOSITORY.count(handle, sql(handle, filtro))));
    }

    private static Principal all() {
        return Principal.Service.SYSTEM;
    }

    private static long agent(String username) {
        return id("select id from auth_user where username = :name", username);
    }

    private static long plan(String codigo) {
        return id("select id from telefonica_planes_portabilidad where codigo = :name", codigo);
    }

    private static long id(String sql, String name) {
        return sales.databases()
                .main()
                .read(handle -> handle.createQuery(sql).bind("name", name).mapTo(Long.class).one());
    }

    private static FiltroVentas of(
            @Nullable EstadoVenta estado, @Nullable Long agente, @Nullable Long plan) {
        return new FiltroVentas(
                null, estado, agente, plan, null, null, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas dates(@Nullable LocalDate desde, @Nullable LocalDate hasta) {
        return new FiltroVentas(
                null, null, null, null, desde, hasta, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas files(@Nullable Boolean with, @Nullable Boolean pending) {
        return new FiltroVentas(
                null, null, null, null, null, null, with, pending, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas text(String q) {
        return new FiltroVentas(
                q, null, null, null, null, null, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas ordered(FiltroVentas f, String ordering) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                ordering);
    }
}
