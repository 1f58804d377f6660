package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.Secrets;
import trastienda.server.platform.http.Cursors;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestDatabase;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.SearchWords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text in the list: 900 sales in two stretches of weeks with years between them, one far from
/// all others, and one of tomorrow.
class ListTextTest {
    private static final MovableClock CLOCK =
            new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
    private static final List<Long> AGENTS = new ArrayList<>();
    private static TestDatabase database;
    private static Databases databases;
    private static long supervisor;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open();
        var jdbi = database.appJdbi();
        for (var name : List.of("ana", "beto", "zoraida")) {
            AGENTS.add(People.add(jdbi, name));
        }
        supervisor = People.add(jdbi, "supervisora");
        SaleData.team(jdbi, supervisor, AGENTS.get(0), AGENTS.get(2));
        SaleData.plan(jdbi, "A", "activo", "portabilidad");
        SaleData.plan(jdbi, "B", "activo", "portabilidad");
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into telefonica_ventaportabilidad (numero, documento,
                                            nombre_completo, numero_orden, agente_id,
                                            plan_adquiere_id, estado_venta, fecha_ventana_cambio,
                                            numero_a_portar, telefono_legalizacion,
                                            confronta_subido_a_minio, fecha_creacion)
                                        select 'PORTA-' || to_char(t, 'YYYYMMDDHH24MISS'),
                                            1020000000 + g * 7919,
                                            (array['Ana Peña', 'Anabel de la Rosa', 'Óscar Rodríguez',
                                                   'Ñandú Pérez', 'José Rodas', 'Zoe Peñalosa'])
                                                [g % 6 + 1],
                                            '2-' || (884000 + g), (:agentes)[g % 4],
                                            g % 2 + 1,
                                            (array['pendiente_revision', 'devuelta', 'completada',
                                                   'enviada'])[g % 4 + 1],
                                            date '2026-03-01' + g % 3,
                                            3100000000 + g * 104729, 3200000000 + g,
                                            g % 3 = 0, t
                                        from (select g, case
                                                when g = 900 then timestamptz '2026-11-23 17:00Z'
                                                when g = 1 then timestamptz '1987-05-01 05:00Z'
                                                when g < 200 then timestamptz '2019-01-01 05:00Z'
                                                    + (g / 3) * interval '11 hours'
                                                else timestamptz '2026-01-01 05:00Z'
                                                    + (g / 3) * interval '31 hours' end as t
                                              from generate_series(1, 900) g) s
                                        """)
                                .bindArray("agentes", Long.class, AGENTS)
                                .execute());
    }

    @AfterAll
    static void close() throws Exception {
        databases.close();
        database.close();
    }

    private static final List<String> ORDERS =
            List.of(
                    "fecha_creacion",
                    "-fecha_creacion",
                    "-nombre_completo",
                    "agente",
                    "fecha_ventana_cambio");

    /// Every text in one order, each order with a text or two.
    static Stream<FiltroVentas> texts() {
        return TEXTS.stream()
                .map(text -> text(text, ORDERS.get(TEXTS.indexOf(text) % ORDERS.size())));
    }

    static Stream<FiltroVentas> textsInEveryOrder() {
        return TEXTS.stream().flatMap(text -> ORDERS.stream().map(order -> text(text, order)));
    }

    private static final List<String> TEXTS =
            List.of("rod", "peña", "an", "an rod", "porta", "2-88", "3100", "jose", "de la ros");

    /// What these ask, in the plainest SQL.
    private static String words(String text) {
        var name = "' ' || nombre_completo ilike '%% %s%%'";
        return switch (text) {
            case "rod" -> name.formatted("rod");
            case "peña" -> name.formatted("peña");
            case "an" -> name.formatted("an");
            case "an rod" -> "false";
            case "porta" -> "true";
            case "2-88" -> "numero_orden like '2-88%' or replace(numero_orden, '-', '') ~ '882$'";
            case "3100" ->
                    "numero_a_portar like '3100%' or concat_ws(' ', numero_a_portar,"
                            + " documento, telefono_legalizacion, numero_orden, '') like '%3100 %'";
            case "jose" -> name.formatted("josé");
            case "de la ros" -> name.formatted("de") + " and nombre_completo like '% la Ros%'";
            default -> throw new IllegalArgumentException(text);
        };
    }

    /// The same without numbers' beginnings, which nobody finds who sees numbers masked.
    private static String maskedWords(String text) {
        return words(text).replaceFirst("^numero\\w+ like '[-0-9]+%' or ", "");
    }

    @ParameterizedTest
    @Tag("full")
    @MethodSource("textsInEveryOrder")
    void everyOrderOfAListOfFindsIsThePlainestOne(FiltroVentas filtro) {
        everyWayThroughAListOfFindsIsThePlainestOne(filtro);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyWayThroughAListOfFindsIsThePlainestOne(FiltroVentas filtro) {
        var words = words(String.valueOf(filtro.q()));
        for (var sortable : List.of(VentasList.SORTABLE, 0L)) {
            reading(sortable).compare(all(), filtro, "true", words);
            reading(sortable)
                    .compare(
                            People.as(AGENTS.get(1), Grupo.ASESOR),
                            filtro,
                            "agente_id = " + AGENTS.get(1),
                            words);
            reading(sortable)
                    .compare(
                            People.as(supervisor, Grupo.SUPERVISORES),
                            filtro,
                            "agente_id in (%d, %d)".formatted(AGENTS.get(0), AGENTS.get(2)),
                            maskedWords(String.valueOf(filtro.q())));
        }
    }

    static Stream<FiltroVentas> narrowed() {
        var day = LocalDate.of(2026, 2, 10);
        var order = "-fecha_creacion";
        var agent = 2L;
        return Stream.of(
                new FiltroVentas(
                        "rod", EstadoVenta.DEVUELTA, null, null, null, null, null, null, order),
                new FiltroVentas("rod", null, agent, null, null, null, null, null, order),
                new FiltroVentas("rod", null, null, 1L, null, null, null, null, order),
                new FiltroVentas("rod", null, null, null, null, null, true, null, order),
                new FiltroVentas("rod", null, null, null, null, null, false, null, "numero"),
                new FiltroVentas("rod", null, null, null, null, null, null, true, order),
                new FiltroVentas("rod", null, null, null, null, null, null, false, order),
                new FiltroVentas("rod", null, null, null, day, null, null, null, order),
                new FiltroVentas("rod", null, null, null, null, day, null, null, "fecha_creacion"),
                new FiltroVentas("rod", null, null, null, day, day.plusDays(30), null, null, order),
                new FiltroVentas("rod", null, null, null, day, day, true, null, "plan_nombre"));
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void whatNarrowsAListNarrowsItsFinds(FiltroVentas filtro) {
        for (var sortable : List.of(VentasList.SORTABLE, 0L)) {
            reading(sortable).compare(all(), filtro, "true", words("rod"));
        }
    }

    @Test
    void finishesAListInTheOrderItWasBegunIn() {
        var few = reading(VentasList.SORTABLE).list();
        var filtro = text("zoe penalosa", "numero");
        var first = few.byCursor(all(), filtro, 100, null);
        assertThat(first.count()).isEqualTo(150);
        assertThat(first.ordering()).isEqualTo("numero");
        var rest = reading(0).list().byCursor(all(), filtro, 100, first.next());
        assertThat(rest.ordering()).isEqualTo("numero");
        assertThat(rest.rows()).hasSize(50);
        assertThat(rest.rows())
                .isSortedAccordingTo((one, other) -> one.numero().compareTo(other.numero()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "PEÑA gómez ; true",
                "gomez pena ; true",
                "gom pen ; true",
                "omez ; false",
                "310.765.43 21 ; true",
                "+57 310 765 4321 ; true",
                "310 765 ; true",
                "4321 ; true",
                "7654 ; false",
                "1.020.304 ; true",
                "4050 ; true",
                "050 ; true",
                "102 ; true",
                "203 ; false",
                "B-2024/7 ; true",
                "b-2024 ; true",
                "2024-007 ; true",
                "100% ; true",
                "under_score ; true",
                "underXscore ; false",
                "7777777 ; false",
                "porta-19990101000000 ; true",
                "PORTA-1999 ; true",
                "PORTA-2001 ; false",
                "PORTA-199901010 ; true",
                "19990101 ; true",
                "a b u gómez ; true",
                "a z gómez ; false",
                "gómez 50 ; true",
                "gómez 5 ; false",
                "O'Nei ; true",
                "D\\V ; true",
                "Peña:* ; true",
                "Peña & Gómez ; true",
                "Peña | Gómez ; true",
                "!Peña ; true",
                "<pena> ; true",
                "'pena' ; true",
                "@acme ; true"
            })
    void findsWhatPeopleType(String typed, boolean found) {
        var id =
                sale(
                        "PORTA-19990101000000",
                        "Ana Peña Gómez O'Neil D\\Ville 100% under_score @acme 50",
                        "B-2024/7 2024-007");
        try {
            assertThat(reading(200).forward(all(), text(typed, "numero"), 200).contains(id))
                    .isEqualTo(found);
        } finally {
            delete(id);
        }
    }

    @Test
    void findsByTheEndOfThePhoneWhoseBeginningOthersShare() {
        var phone = Long.toString(3_100_000_000L + 451 * 104_729L).substring(5);
        var rows = reading(200).list().byCursor(all(), text(phone, "numero"), 50, null).rows();
        assertThat(rows).anyMatch(row -> row.numeroOrden().equals("2-884451"));
        assertThat(rows).hasSizeLessThan(5);
    }

    /// None of them may be read as what narrows a list.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@a1 @a2",
                "'@a1'",
                "@edevuelta",
                "@cninguna",
                "@s0.20544",
                "'@a1' | porta",
                "(((",
                "''''''",
                "\\\\\\",
                ":*:*:*",
                "a:b:c:d"
            })
    void whatIsTypedIsNeverAFact(String typed) {
        assertThat(count(typed)).isZero();
    }

    /// None of them may be read as syntax: signs around words are nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rod #porta",
                "rod' | 'porta",
                "rod\\' | \\'porta",
                "rod & !porta",
                "(rod (porta"
            })
    void whatIsTypedIsNeverSyntax(String typed) {
        assertThat(count(typed)).isEqualTo(300);
    }

    private static long count(String typed) {
        return reading(0).list().byCursor(all(), text(typed, "-fecha_creacion"), 5, null).count();
    }

    @Test
    void aWordOfAHundredLettersIsFoundByAll() {
        var word = "a".repeat(SearchWords.LONGEST);
        var id = sale("PORTA-19990101000001", word + "b", "L-9999999");
        assertThat(reading(200).forward(all(), text(word, "numero"), 50)).containsExactly(id);
        assertThat(reading(200).forward(all(), text("b" + word.substring(1), "numero"), 50))
                .isEmpty();
        delete(id);
    }

    @Test
    void whatChangesOrGoesIsFoundAsItIsNow() {
        var id = sale("PORTA-19990101000002", "Hermenegildo", "L-9999998");
        var reading = reading(200);
        assertThat(reading.forward(all(), text("hermene", "numero"), 50)).containsExactly(id);
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        update telefonica_ventaportabilidad
                                        set nombre_completo = 'Nepomuceno', estado_venta = 'devuelta'
                                        where id = ?
                                        """,
                                        id));
        assertThat(reading.forward(all(), text("hermene", "numero"), 50)).isEmpty();
        var row = reading.list().byCursor(all(), text("nepo", "numero"), 50, null).rows();
        assertThat(row).singleElement().returns(EstadoVenta.DEVUELTA, each -> each.estadoVenta());
        assertThat(row.getFirst().version()).isEqualTo(2);
        delete(id);
        assertThat(reading.forward(all(), text("nepo", "numero"), 50)).isEmpty();
    }

    private static ListReading reading(long sortable) {
        var list =
                new VentasList(
                        databases.main(),
                        new ListRepository(),
                        new Cursors(Secrets.key(databases.main(), "cursores")),
                        CLOCK,
                        new VentasList.Limits(VentasList.FEW, sortable));
        return new ListReading(list, sortable, database.ownerJdbi());
    }

    private static Principal all() {
        return Principal.Service.SYSTEM;
    }

    private static FiltroVentas text(@Nullable String q, String ordering) {
        return new FiltroVentas(q, null, null, null, null, null, null, null, ordering);
    }

    private static long sale(String numero, String nombre, String orden) {
        return database.appJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                insert into telefonica_ventaportabilidad (numero,
                                                    documento, nombre_completo,
                                                    telefono_legalizacion, numero_a_portar,
                                                    numero_orden)
                                                values (:numero, '1020304050', :nombre, '3001234567',
                                                    '3107654321', :orden)
                                                returning id
                                                """)
                                        .bind("numero", numero)
                                        .bind("nombre", nombre)
                                        .bind("orden", orden)
                                        .mapTo(Long.class)
                                        .one());
    }

    private static void delete(long id) {
        database.appJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "delete from telefonica_ventaportabilidad where id = ?",
                                        id));
    }
}
