package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.server.testing.TestDatabase;
import trastienda.shared.ventas.SaleWords;
import trastienda.shared.ventas.SearchWords;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/// What a client finds a sale by is what the database finds it by.
class SaleWordsTest {
    private static final List<String> TYPED =
            List.of(
                    "peña",
                    "GOM pen",
                    "omez",
                    "an",
                    "310.765.43 21",
                    "+57 310 765 4321",
                    "4321",
                    "765",
                    "1.020.304",
                    "1020304050",
                    "050",
                    "102",
                    "B-2024/7",
                    "2024-007",
                    "2024",
                    "porta",
                    "porta-19990101",
                    "PORTA-199901010",
                    "porta-2001",
                    "19990101",
                    "7",
                    "O'Nei",
                    "D\\V",
                    "Peña | Gómez",
                    "@acme",
                    "@d1999",
                    "'@'",
                    "<pe",
                    "((",
                    "50%",
                    "a b gómez",
                    "x-1",
                    "3-1",
                    "venta 12",
                    "ñandu",
                    "ﬁ",
                    "𝐀𝐁𝐂");

    private static TestDatabase database;

    enum Sale {
        USUAL(
                "Ana Peña Gómez",
                "Plan A 50 GB",
                "B-2024/7 2024-007",
                "PORTA-19990101000000",
                "1020304050",
                "3107654321",
                "3001234567"),
        ODD(
                "O'Neil  D\\Ville\t100% under_score @acme x-1 ¡Ñandú! 𝐀𝐁𝐂 ﬁ Ý é",
                "'@' & | !", "3-1", "venta 12-A", "CE 12.345-6", "+57 310", "12"),
        EMPTY("", "", "", "", "", "", ""),
        SHORT("A Bo", "7", "--", "porta-12", "1", "22", "333");

        private final String nombre;
        private final String plan;
        private final String orden;
        private final String numero;
        private final String documento;
        private final String linea;
        private final String telefono;

        Sale(
                String nombre,
                String plan,
                String orden,
                String numero,
                String documento,
                String linea,
                String telefono) {
            this.nombre = nombre;
            this.plan = plan;
            this.orden = orden;
            this.numero = numero;
            this.documento = documento;
            this.linea = linea;
            this.telefono = telefono;
        }

        private NavigableSet<String> words() {
            return SaleWords.of(nombre, plan, orden, numero, documento, linea, telefono);
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        database.open().close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void areThoseOfTheDatabase(Sale sale) {
        var all =
                asked(sale, "unnest(tsvector_to_array(%s))", "", String.class).stream()
                        .filter(lexeme -> !lexeme.matches("@[ecapsw].*"))
                        .toList();

        assertThat(sale.words()).isEqualTo(new TreeSet<>(all));
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByWhatTheDatabaseFindsThemBy(Sale sale) {
        for (var typed : TYPED) {
            var words = WordQuery.of(SearchWords.of(typed), "");
            var found = asked(sale, "%s @@ cast(:typed as tsquery)", words, Boolean.class);
            assertThat(SearchWords.of(typed).finds(sale.words()))
                    .as("%s in %s", typed, sale)
                    .isEqualTo(found.getFirst());
        }
    }

    /// As they are written, in capitals, and with their accents as letters of their own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kovačić",
                "Åse Ødegård",
                "Çelik",
                "Nguyễn Văn",
                "Ýmir",
                "Ángel Ñúñez",
                "João Conceição",
                "François Lefèvre",
                "Müller",
                "Łukasz",
                "Vara\u2007Pozo",
                "Vara\u00a0Pozo",
                "Vara\u2028Pozo",
                "Vara\u1680Pozo"
            })
    void findANameByItself(String name) {
        var words = SaleWords.of(name, "", "", "", "", "", "");
        for (var typed :
                List.of(
                        name,
                        name.toUpperCase(Locale.ROOT),
                        Normalizer.normalize(name, Normalizer.Form.NFD))) {
            var question = WordQuery.of(SearchWords.of(typed), "");
            assertThat(found(name, question)).as(typed).isTrue();
            assertThat(SearchWords.of(typed).finds(words)).as(typed).isTrue();
        }
    }

    private static boolean found(String name, String question) {
        return database.appJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select trastienda.palabras(:name, '', '', '', '',
                                                    '', '', now(), 1, 1, 'devuelta', 'ninguna')
                                                    @@ cast(:question as tsquery)
                                                """)
                                        .bind("name", name)
                                        .bind("question", question)
                                        .mapTo(Boolean.class)
                                        .one());
    }

    private static <T> List<T> asked(Sale sale, String question, String typed, Class<T> type) {
        var lexemes =
                """
                trastienda.palabras(:nombre, :plan, :orden, :numero, :documento, :linea,
                    :telefono, now(), 1, 1, 'devuelta', 'ninguna')
                """;
        return database.appJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select " + question.formatted(lexemes))
                                        .bind("nombre", sale.nombre)
                                        .bind("plan", sale.plan)
                                        .bind("orden", sale.orden)
                                        .bind("numero", sale.numero)
                                        .bind("documento", sale.documento)
                                        .bind("linea", sale.linea)
                                        .bind("telefono", sale.telefono)
                                        .bind("typed", typed)
                                        .mapTo(type)
                                        .list());
    }
}
