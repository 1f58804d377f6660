package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Principal;
import trastienda.server.testing.Bench;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;
import trastienda.shared.ventas.FiltroVentas;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

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
    private static final Map<String, Counted> COUNTS = new HashMap<>();

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
        for (var filter : BenchFilters.of(sales.owner()).entrySet()) {
            measure(filter.getKey(), all(), filter.getValue(), missed);
        }
        var agent = People.as(BenchFilters.agent(sales.owner(), "asesor190"), Grupo.ASESOR);
        measure("own", agent, FiltroVentas.all(), missed);
        measure("own-text-common-name", agent, BenchFilters.text("rodriguez"), missed);
        measure("own-text-in-all", agent, BenchFilters.text("pospago"), missed);
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

    private static void measure(
            String name, Principal who, FiltroVentas filtro, List<String> missed) {
        var took = new ArrayList<Double>();
        long most = 0;
        for (var column : ORDERINGS) {
            for (var ordering : List.of(column, "-" + column)) {
                var ordered = ListReading.ordered(filtro, ordering);
                for (var place : places(who, ordered)) {
                    var blocks = blocks(who, ordered, place);
                    most = Math.max(most, blocks);
                    var ms = milliseconds(who, ordered, place);
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
        var count = count(who, filtro);
        Bench.line("list." + name + ".count-ms", count, COUNT_MS, 1);
        if (count > COUNT_MS) {
            missed.add("%s counted in %.0f ms".formatted(name, count));
        }
        if (filtro.q() != null) {
            var found = list.byCursor(who, filtro, 1, null).count();
            var anchors = Bench.best(1, () -> list.anchors(who, filtro, 5000));
            System.out.printf(
                    Locale.ROOT, "%s: %d found, anchors in %.0f ms%n", name, found, anchors);
        }
    }

    private record Asked(ListQuery query, Counted counted) {}

    private static Asked asked(Handle handle, Principal who, FiltroVentas filtro) {
        var counted =
                COUNTS.computeIfAbsent(
                        who + " " + ListReading.ordered(filtro, FiltroVentas.DEFAULT_ORDERING),
                        all ->
                                REPOSITORY.count(
                                        handle,
                                        list.query(handle, who, filtro),
                                        Instant.parse("2026-11-22T15:00:00Z").getEpochSecond()));
        return new Asked(list.known(list.query(handle, who, filtro), counted, null), counted);
    }

    /// The first page, and one somewhere in the middle.
    private static List<@Nullable VentaCursor> places(Principal who, FiltroVentas filtro) {
        var shown =
                sales.databases()
                        .main()
                        .read(handle -> asked(handle, who, filtro).query().filtro());
        var middle =
                switch (ListOrder.of(shown)) {
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
                        shown.ordering(),
                        false,
                        middle,
                        "2025-06-12 15:00:00Z",
                        Days.of(Instant.parse("2025-06-12T15:00:00Z")),
                        "Luis Peña 100",
                        BenchFilters.agent(sales.owner(), "asesor100"),
                        1,
                        new Counted(0, Counted.ANY, 0)));
    }

    /// What all statements of a page read.
    private static long blocks(Principal who, FiltroVentas filtro, @Nullable VentaCursor after) {
        return sales.databases()
                .main()
                .read(
                        handle -> {
                            var asked = asked(handle, who, filtro);
                            var query = asked.query();
                            if (!query.hasWords()) {
                                var sql = new ListSql(query, false);
                                return explain(
                                                handle,
                                                sql.page(after),
                                                PAGE + 1,
                                                statement -> sql.bind(statement, after))
                                        .blocks;
                            }
                            var text = new ListText(query, false);
                            if (!query.many()) {
                                return explain(
                                                handle,
                                                text,
                                                text.found(asked.counted()),
                                                after,
                                                PAGE + 1)
                                        .blocks;
                            }
                            var windows = text.windows(asked.counted(), after, PAGE + 1);
                            long blocks = 0;
                            long rows = 0;
                            while (rows < PAGE + 1 && windows.hasNext()) {
                                var part =
                                        explain(
                                                handle,
                                                text,
                                                windows.next(),
                                                after,
                                                PAGE + 1 - rows);
                                blocks += part.blocks;
                                rows += part.rows;
                            }
                            return blocks;
                        });
    }

    private record Explained(long blocks, long rows) {}

    private static Explained explain(
            Handle handle,
            ListText text,
            @Nullable Days days,
            @Nullable VentaCursor after,
            long limit) {
        return explain(
                handle, text.page(after), limit, statement -> text.bind(statement, days, after));
    }

    private static Explained explain(Handle handle, String sql, long limit, Consumer<Query> bind) {
        var query = handle.createQuery("explain (analyze, buffers, format json) " + sql);
        bind.accept(query);
        var plan =
                Json.mapper()
                        .readTree(
                                query.bind("limite", limit)
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
    private static double milliseconds(
            Principal who, FiltroVentas filtro, @Nullable VentaCursor after) {
        return Bench.best(
                3,
                () ->
                        sales.databases()
                                .main()
                                .read(
                                        handle -> {
                                            var asked = asked(handle, who, filtro);
                                            return REPOSITORY.page(
                                                    handle,
                                                    asked.query(),
                                                    asked.counted(),
                                                    false,
                                                    after,
                                                    PAGE + 1,
                                                    0);
                                        }));
    }

    private static double count(Principal who, FiltroVentas filtro) {
        return Bench.best(
                3,
                () ->
                        sales.databases()
                                .main()
                                .read(
                                        handle ->
                                                REPOSITORY.count(
                                                        handle,
                                                        list.query(handle, who, filtro),
                                                        0)));
    }

    private static Principal all() {
        return Principal.Service.SYSTEM;
    }
}
