package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.Secrets;
import trastienda.server.platform.http.Cursors;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestDatabase;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaFila;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The list on 500 sales full of ties, sales of nobody and rows of another program.
class VentasListTest {
    private static final int SALES = 500;
    private static final int FILTERS = 8;
    private static final MovableClock CLOCK =
            new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
    private static TestDatabase database;
    private static Databases databases;
    private static VentasList list;

    /// Goes the way of lists that find many.
    private static VentasList walking;

    private static final List<Long> AGENTS = new ArrayList<>();
    private static long supervisor;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open();
        list = Features.ventas(databases, CLOCK).list();
        walking =
                new VentasList(
                        databases.main(),
                        new ListRepository(),
                        new Cursors(Secrets.key(databases.main(), "cursores")),
                        CLOCK,
                        0);
        var jdbi = database.appJdbi();
        for (var name : List.of("zoraida", "ana", "Óscar", "ñata", "ana.dos", "beto")) {
            AGENTS.add(People.add(jdbi, name));
        }
        supervisor = People.add(jdbi, "supervisora");
        SaleData.team(jdbi, supervisor, AGENTS.get(0), AGENTS.get(2));
        SaleData.plan(jdbi, "A", "activo", "portabilidad");
        SaleData.plan(jdbi, "B", "activo", "portabilidad");
        SaleData.list(jdbi, AGENTS, SALES);
    }

    @AfterAll
    static void close() throws Exception {
        databases.close();
        database.close();
    }

    /// Every order with one of the filters each; [#lists] has all of them.
    static Stream<FiltroVentas> someLists() {
        var all = lists().toList();
        var some =
                IntStream.range(0, all.size() / FILTERS)
                        .mapToObj(order -> all.get(order * FILTERS + order % FILTERS));
        return Stream.concat(some, all.stream().filter(VentasListTest::byWindowInDates));
    }

    private static boolean byWindowInDates(FiltroVentas filtro) {
        return filtro.ordering().endsWith("fecha_ventana_cambio")
                && filtro.fechaHasta() != null
                && filtro.q() == null;
    }

    static Stream<FiltroVentas> lists() {
        var day = LocalDate.of(2026, 2, 10);
        return FiltroVentas.ORDERINGS.stream()
                .flatMap(column -> Stream.of(column, "-" + column))
                .flatMap(
                        order ->
                                Stream.of(
                                        filter(null, null, null, null, null, null, order),
                                        filter("peña", null, null, null, null, null, order),
                                        filter("por", null, null, day, null, null, order),
                                        filter("porta-2026", null, null, null, null, null, order),
                                        filter(
                                                null,
                                                EstadoVenta.DEVUELTA,
                                                1L,
                                                null,
                                                null,
                                                null,
                                                order),
                                        filter(
                                                null,
                                                null,
                                                null,
                                                day,
                                                day.plusDays(40),
                                                null,
                                                order),
                                        filter(null, null, null, null, day, true, order),
                                        filter(null, null, null, day, null, false, order)));
    }

    @ParameterizedTest
    @MethodSource("someLists")
    void pagesNeverSkipNorRepeat(FiltroVentas filtro) {
        compare(filtro);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("lists")
    void pagesNeverSkipNorRepeatUnderAnyFilterInAnyOrder(FiltroVentas filtro) {
        compare(filtro);
    }

    private static void compare(FiltroVentas filtro) {
        compare(list, filtro);
        compare(walking, filtro);
    }

    private static void compare(VentasList on, FiltroVentas filtro) {
        for (var who : readers()) {
            var expected = expected(who, filtro);
            assertThat(forward(on, who, filtro, null, 29)).isEqualTo(expected);
            assertThat(backward(on, who, filtro, 31)).isEqualTo(expected);
            assertThat(byPage(on, who, filtro, 50)).isEqualTo(expected);
            var anchors = on.anchors(who, filtro, 100);
            assertThat(anchors.count()).isEqualTo(expected.size());
            for (var anchor : anchors.anclas()) {
                var rest = expected.subList((int) anchor.fila(), expected.size());
                assertThat(page(on, who, filtro, anchor.cursor(), 20))
                        .isEqualTo(rest.subList(0, Math.min(20, rest.size())));
            }
        }
    }

    @Test
    void aCursorBelongsToItsListAndItsReader() {
        var filtro = FiltroVentas.all();
        var cursor = list.byCursor(all(), filtro, 10, null).next();
        var other = filter(null, null, null, null, null, null, "numero");
        assertThatThrownBy(() -> list.byCursor(all(), other, 10, cursor))
                .isInstanceOf(ProblemException.class);
        var agent = People.as(AGENTS.getFirst(), Grupo.ASESOR);
        assertThatThrownBy(() -> list.byCursor(agent, filtro, 10, cursor))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void countsOnceAMinuteAndCarriesTheCountInTheCursor() {
        var filtro = filter("nueva venta", null, null, null, null, null, "numero");
        sale("PORTA-X1", "Nueva Venta uno", "NV-1");
        sale("PORTA-X2", "Nueva Venta dos", "NV-2");
        var first = list.byCursor(all(), filtro, 1, null);
        assertThat(first.count()).isEqualTo(2);
        sale("PORTA-X3", "Nueva Venta tres", "NV-3");
        assertThat(list.byCursor(all(), filtro, 1, first.next()).count()).isEqualTo(2);
        CLOCK.advance(java.time.Duration.ofSeconds(61));
        assertThat(list.byCursor(all(), filtro, 1, first.next()).count()).isEqualTo(3);
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        delete from telefonica_ventaportabilidad
                                        where numero like 'PORTA-X%'
                                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "PEÑA gómez, true",
        "gomez pena, true",
        "310.765.43 21, true",
        "+57 310 765 4321, true",
        "1.020.304, true",
        "B-2024/7, true",
        "2024-007, true",
        "100%, true",
        "under_score, true",
        "underXscore, false",
        "7777777, false",
        "porta-19990101000000, true",
        "PORTA-1999, true",
        "PORTA-2001, false"
    })
    void findsWhatPeopleType(String typed, boolean found) {
        sale("PORTA-19990101000000", "Ana Peña Gómez 100% under_score", "B-2024/7 2024-007");
        try {
            var filtro = filter(typed, null, null, LocalDate.of(1999, 1, 1), null, null, "numero");
            assertThat(list.byCursor(all(), filtro, 5, null).rows())
                    .filteredOn(row -> row.numero().equals("PORTA-19990101000000"))
                    .hasSize(found ? 1 : 0);
        } finally {
            database.appJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            """
                                            delete from telefonica_ventaportabilidad
                                            where numero = 'PORTA-19990101000000'
                                            """));
        }
    }

    private static List<Long> forward(
            VentasList on, Principal who, FiltroVentas filtro, @Nullable String from, int size) {
        var ids = new ArrayList<Long>();
        var cursor = from;
        do {
            var slice = on.byCursor(who, filtro, size, cursor);
            slice.rows().forEach(row -> ids.add(row.id()));
            cursor = slice.next();
        } while (cursor != null && ids.size() < 2 * SALES);
        return ids;
    }

    /// From the last page back to the first.
    private static List<Long> backward(
            VentasList on, Principal who, FiltroVentas filtro, int size) {
        String next = null;
        VentasList.Slice slice;
        do {
            slice = on.byCursor(who, filtro, size, next);
            next = slice.next();
        } while (next != null);
        var ids = new ArrayList<Long>();
        while (true) {
            var rows = new ArrayList<>(slice.rows().stream().map(VentaFila::id).toList());
            Collections.reverse(rows);
            ids.addAll(rows);
            if (slice.previous() == null) {
                break;
            }
            slice = on.byCursor(who, filtro, size, slice.previous());
        }
        Collections.reverse(ids);
        return ids;
    }

    private static List<Long> byPage(VentasList on, Principal who, FiltroVentas filtro, int size) {
        var ids = new ArrayList<Long>();
        for (int page = 1; ; page++) {
            var slice = on.byPage(who, filtro, size, page);
            slice.rows().forEach(row -> ids.add(row.id()));
            if ((long) page * size >= slice.count()) {
                return ids;
            }
        }
    }

    private static List<Long> page(
            VentasList on, Principal who, FiltroVentas filtro, String cursor, int size) {
        return on.byCursor(who, filtro, size, cursor).rows().stream().map(VentaFila::id).toList();
    }

    /// The same list in the plainest SQL.
    private static List<Long> expected(Principal who, FiltroVentas filtro) {
        var descending = filtro.ordering().startsWith("-");
        var column = descending ? filtro.ordering().substring(1) : filtro.ordering();
        var direction = descending ? " desc" : " asc";
        var key =
                switch (column) {
                    case "nombre_completo", "plan_nombre" -> column + " collate \"es-x-icu\"";
                    case "numero", "estado_venta" -> column + " collate \"C\"";
                    case "fecha_ventana_cambio" -> "coalesce(fecha_ventana_cambio, 'infinity')";
                    case "agente" ->
                            "coalesce((select btrim(first_name || ' ' || last_name) from auth_user"
                                    + " where id = agente_id), '') collate \"es-x-icu\""
                                    + direction
                                    + ", coalesce(agente_id, 0)"
                                    + direction
                                    + ", fecha_creacion";
                    default -> column;
                };
        var q = filtro.q() == null ? "" : SearchWords.fold(filtro.q());
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select id from telefonica_ventaportabilidad where "
                                                        + visible(who)
                                                        + """
                                                         and position(:q in busqueda) > 0
                                                        and (cast(:estado as text) is null
                                                             or estado_venta = :estado)
                                                        and (cast(:plan as bigint) is null
                                                             or plan_adquiere_id = :plan)
                                                        and (cast(:desde as date) is null
                                                             or (fecha_creacion at time zone
                                                                 'America/Bogota')::date >= :desde)
                                                        and (cast(:hasta as date) is null
                                                             or (fecha_creacion at time zone
                                                                 'America/Bogota')::date <= :hasta)
                                                        and (cast(:con as boolean) is null or :con =
                                                             (estado_confronta <> 'ninguna'))
                                                        order by
                                                        """
                                                        + key
                                                        + direction
                                                        + ", fecha_creacion"
                                                        + direction
                                                        + ", id"
                                                        + direction)
                                        .bind("q", q)
                                        .bind(
                                                "estado",
                                                filtro.estado() == null
                                                        ? null
                                                        : filtro.estado().wire())
                                        .bind("plan", filtro.plan())
                                        .bind("desde", filtro.fechaDesde())
                                        .bind("hasta", filtro.fechaHasta())
                                        .bind("con", filtro.conConfronta())
                                        .mapTo(Long.class)
                                        .list());
    }

    private static String visible(Principal who) {
        if (who.userId() == null) {
            return "true";
        }
        return who.userId() == supervisor
                ? "agente_id in (%d, %d)".formatted(AGENTS.get(0), AGENTS.get(2))
                : "agente_id = " + who.userId();
    }

    private static List<Principal> readers() {
        return List.of(
                all(),
                People.as(AGENTS.get(1), Grupo.ASESOR),
                People.as(supervisor, Grupo.SUPERVISORES));
    }

    private static Principal all() {
        return Principal.Service.SYSTEM;
    }

    private static FiltroVentas filter(
            @Nullable String q,
            @Nullable EstadoVenta estado,
            @Nullable Long plan,
            @Nullable LocalDate desde,
            @Nullable LocalDate hasta,
            @Nullable Boolean con,
            String ordering) {
        return new FiltroVentas(q, estado, null, plan, desde, hasta, con, null, ordering);
    }

    private static void sale(String numero, String nombre, String orden) {
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        insert into telefonica_ventaportabilidad (numero, documento,
                                            nombre_completo, telefono_legalizacion,
                                            numero_a_portar, numero_orden)
                                        values (?, '1020304050', ?, '3001234567', '3107654321', ?)
                                        """,
                                        numero,
                                        nombre,
                                        orden));
    }
}
