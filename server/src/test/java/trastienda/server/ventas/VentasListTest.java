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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
                        new VentasList.Limits(0, 0));
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
        var words =
                switch (filtro.q()) {
                    case null -> "true";
                    case "peña" ->
                            "nombre_completo ilike '% peña%' or nombre_completo ilike '% pena%'";
                    case "por" -> "true";
                    default -> "numero ilike '" + filtro.q() + "%'";
                };
        for (var who : readers()) {
            new ListReading(list, VentasList.SORTABLE, database.ownerJdbi())
                    .compare(who, filtro, visible(who), words);
            new ListReading(walking, 0, database.ownerJdbi())
                    .compare(who, filtro, visible(who), words);
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

    /// Texts that Java's own hash takes for one, and a text that reads as none.
    @ParameterizedTest
    @CsvSource({"porAa,porBB", ",null", "null,"})
    void aCursorBelongsToItsTextWhateverThatIs(@Nullable String one, @Nullable String other) {
        var of = filter(one, null, null, null, null, null, "numero");
        var taken = filter(other, null, null, null, null, null, "numero");
        var cursor = cursor(of, new Counted(1, new Days(0, 1), now()));
        assertThat(list.byCursor(all(), of, 10, cursor).count()).isEqualTo(1);
        assertThatThrownBy(() -> list.byCursor(all(), taken, 10, cursor))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void countsATextAgainThatACursorKnowsNoDaysOf() {
        var filtro = filter("peña", null, null, LocalDate.of(2026, 2, 10), null, null, "numero");
        var counted = list.byCursor(all(), filtro, 1, null).count();
        var cursor = cursor(filtro, new Counted(counted + 1, Counted.ANY, now()));
        assertThat(list.byCursor(all(), filtro, 1, cursor).count()).isEqualTo(counted);
    }

    private static String cursor(FiltroVentas filtro, Counted counted) {
        var place =
                new VentaCursor(
                        VentasList.fingerprint(all(), filtro),
                        filtro.ordering(),
                        false,
                        null,
                        null,
                        0,
                        null,
                        0,
                        0,
                        counted);
        return new Cursors(Secrets.key(databases.main(), "cursores")).seal(place);
    }

    private static long now() {
        return CLOCK.instant().getEpochSecond();
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
        CLOCK.advance(Duration.ofSeconds(61));
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
