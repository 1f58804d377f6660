package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePickersTest {
    private final DatePickers.Typed typed = new DatePickers.Typed();

    @ParameterizedTest
    @CsvSource({"5/1/2026", "05-01-2026", "05.01.2026", "05 01 2026", "05012026"})
    void aDayIsWrittenInOneWayHoweverItWasTyped(String text) {
        assertThat(typed.toString(typed.fromString(text))).isEqualTo("05/01/2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/11/2026", "99/99/2026", "mañana", "29/02/2026"})
    void whatIsNoDayStaysAsItWasTyped(String text) {
        assertThat(typed.fromString(text)).isNull();
        assertThat(typed.toString(null)).isEqualTo(text);
    }

    @Test
    void whatWasWrongIsForgottenWithTheNextDay() {
        typed.fromString("31/11/2026");
        typed.toString(typed.fromString("30/11/2026"));
        assertThat(typed.toString(null)).isEmpty();
    }
}
