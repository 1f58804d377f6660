package trastienda.shared.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What texts find is tried on the database too, by the server's tests of its list.
class SearchWordsTest {
    /// Else whoever sees `••••4321` could ask for the rest of it, one digit after the other.
    @ParameterizedTest
    @CsvSource({
        "310, false",
        "310765, false",
        "310765432, false",
        "65 4321, false",
        "54321, false",
        "3107654321, true",
        "+57 310 765 43 21, true",
        "321, true",
        "4321, true",
        "1020, false",
        "1.020.304.050, true",
        "PORTA-1999, true",
        "PORTA-199901010, true",
        "b-2024, true",
        "2024-007, true",
        "gom, true",
        "peña 4321, true",
        "peña 31076, false",
        "plan 50, true"
    })
    void maskedNumbersAreFoundWholeOrByTheirShownDigitsAlone(String typed, boolean found) {
        var sale =
                SaleWords.of(
                        "Ana Peña Gómez",
                        "Plan 50",
                        "B-2024/7 2024-007",
                        "PORTA-19990101000003",
                        "1020304050",
                        "3107654321",
                        "3001234567");

        assertThat(SearchWords.masked(SearchWords.of(typed)).finds(sale)).isEqualTo(found);
    }
}
