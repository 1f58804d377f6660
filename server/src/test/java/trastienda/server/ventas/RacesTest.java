package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Databases;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestDatabase;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Several people do the same at the same instant.
class RacesTest {
    private static final int PEOPLE = 8;
    private static final MovableClock CLOCK =
            new MovableClock(Instant.parse("2026-11-22T04:59:58Z"));
    private static TestDatabase database;
    private static Databases databases;
    private static Ventas ventas;
    private static Actor agent;
    private static Actor admin;
    private static long plan;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open();
        ventas = Features.ventas(databases, CLOCK).ventas();
        var jdbi = database.appJdbi();
        agent = People.actor(People.add(jdbi, "agente"), Grupo.ASESOR);
        admin = People.actor(People.add(jdbi, "jefa"), Grupo.ADMINISTRADOR);
        plan = SaleData.plan(jdbi, "P", "activo", "portabilidad");
    }

    @AfterAll
    static void close() throws Exception {
        databases.close();
        database.close();
    }

    @Test
    void salesOfOneSecondGetTheNextFreeSecondsOfTheBogotaCalendar() throws Exception {
        CLOCK.advance(Duration.ofDays(1));
        // another program took the second second
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        insert into telefonica_ventaportabilidad
                                            (numero, documento, nombre_completo, numero_orden)
                                        values ('PORTA-20261122235959', '1', 'x', 'otra')
                                        """));
        var numbers =
                together(i -> ventas.register(agent, form("S-" + i, "311000000" + i)).numero());
        assertThat(numbers)
                .containsExactlyInAnyOrder(
                        "PORTA-20261122235958",
                        "PORTA-20261123000000",
                        "PORTA-20261123000001",
                        "PORTA-20261123000002",
                        "PORTA-20261123000003",
                        "PORTA-20261123000004",
                        "PORTA-20261123000005",
                        "PORTA-20261123000006");
    }

    @Test
    void ofTwoSalesOfOneLineOneIsRegistered() throws Exception {
        var answers =
                together(i -> answer(() -> ventas.register(agent, form("L-" + i, "3120000000"))));
        assertThat(answers).filteredOn("ok"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("ok"))
                .hasSize(PEOPLE - 1)
                .containsOnly(ProblemCode.LINEA_CON_VENTA_ACTIVA.wire());
    }

    @Test
    void ofTwoSalesOfOneOrderNumberOneIsRegistered() throws Exception {
        var answers =
                together(
                        i ->
                                answer(
                                        () ->
                                                ventas.register(
                                                        agent,
                                                        form(
                                                                i % 2 == 0
                                                                        ? " orden-1"
                                                                        : "ORDEN-1 ",
                                                                "313000000" + i))));
        assertThat(answers).filteredOn("ok"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("ok"))
                .containsOnly(
                        ProblemException.of(
                                        ProblemCode.DATOS_INVALIDOS,
                                        List.of(
                                                FieldError.of(
                                                        "numero_orden", Regla.ORDEN_REPETIDA)))
                                .getMessage());
    }

    @Test
    void ofTwoCorrectionsOfOneVersionOneIsWritten() throws Exception {
        var sale = ventas.register(agent, form("C-1", "3140000000"));
        var answers =
                together(
                        i ->
                                answer(
                                        () ->
                                                ventas.correct(
                                                        admin,
                                                        sale.id(),
                                                        change(
                                                                sale,
                                                                Map.of(
                                                                        "observacion",
                                                                        "nota " + i)))));
        assertThat(answers).filteredOn("ok"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("ok"))
                .containsOnly(ProblemCode.VERSION_VIEJA.wire());
        var now = ventas.detail(admin.principal(), sale.id());
        assertThat(now.version()).isEqualTo(sale.version() + 1);
        assertThat(now.observacion()).startsWith("nota ");
    }

    @Test
    void thePlansValuesAreCopiedOnceAndANewPlanBringsItsOwn() {
        var jdbi = database.appJdbi();
        var sale = ventas.register(agent, form("P-1", "3150000000"));
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update telefonica_planes_portabilidad
                                set "CFM" = 99900, estado = 'inactivo' where id = ?
                                """,
                                plan));
        try {
            var same = ventas.correct(admin, sale.id(), change(sale, Map.of("base_origen", "SMS")));
            assertThat(same.plan()).isEqualTo(sale.plan());
            var other = SaleData.plan(jdbi, "Q", "activo", "portabilidad");
            var moved =
                    ventas.correct(admin, sale.id(), change(same, Map.of("plan_adquiere", other)));
            assertThat(moved.plan().planCodigo()).isEqualTo("Q");
        } finally {
            jdbi.useHandle(
                    handle ->
                            handle.execute(
                                    """
                                    update telefonica_planes_portabilidad
                                    set "CFM" = 54900, estado = 'activo' where id = ?
                                    """,
                                    plan));
        }
    }

    @Test
    void aNipIsHiddenOnceEnteredAndGoneOncePorted() {
        var sale = ventas.register(agent, form("N-1", "3160000000"));
        assertThat(sale.nip()).isEqualTo("04512");
        set(sale.id(), "estado_venta = 'digitada'");
        assertThat(ventas.detail(agent.principal(), sale.id()).nip()).isEqualTo("••••");
        set(sale.id(), "estado_portabilidad = 'portada'");
        assertThat(ventas.detail(agent.principal(), sale.id()).nip()).isNull();
    }

    @Test
    void keepsTheWarningsWithTheSale() {
        var sale =
                ventas.register(
                        agent,
                        change(
                                form("W-1", "3170000000"),
                                Map.of(
                                        "documento",
                                        "123456789",
                                        "fecha_ventana_cambio",
                                        "2026-12-08")));
        assertThat(ventas.detail(agent.principal(), sale.id()).advertencias())
                .extracting(FieldError::regla)
                .containsExactlyInAnyOrder(Regla.CC_LARGO_POCO_USUAL, Regla.VENTANA_FESTIVO);
    }

    private static void set(long id, String assignment) {
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "update telefonica_ventaportabilidad set "
                                                + assignment
                                                + " where id = ?",
                                        id));
    }

    private interface Work<T> {
        T run(int person) throws Exception;
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        var go = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, PEOPLE)
                            .mapToObj(
                                    i ->
                                            people.submit(
                                                    () -> {
                                                        go.await();
                                                        return work.run(i);
                                                    }))
                            .toList();
            go.countDown();
            var answers = new ArrayList<T>();
            for (var one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static String answer(Callable<?> work) throws Exception {
        try {
            work.call();
            return "ok";
        } catch (ProblemException refused) {
            return refused.getMessage() == null ? "" : refused.getMessage();
        }
    }

    private static VentaDatos form(String order, String line) {
        var form = new HashMap<>(SaleData.form(order, line));
        form.put("plan_adquiere", plan);
        return Json.mapper().convertValue(form, VentaDatos.class);
    }

    private static VentaDatos change(VentaDetalle sale, Map<String, Object> changes) {
        var form = new HashMap<String, Object>(changes);
        form.put("version", sale.version());
        return Json.mapper().convertValue(form, VentaDatos.class);
    }

    private static VentaDatos change(VentaDatos datos, Map<String, Object> changes) {
        var form = new HashMap<String, Object>();
        Json.mapper()
                .valueToTree(datos)
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue()));
        form.putAll(changes);
        return Json.mapper().convertValue(form, VentaDatos.class);
    }
}
