package trastienda.shared.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

class FestivosColombiaTest {
    @Test
    void knowsEveryHolidayOf2026() {
        assertThat(FestivosColombia.of(2026))
                .containsExactly(
                        days(
                                "2026-01-01 2026-01-12 2026-03-23 2026-04-02 2026-04-03 2026-05-01",
                                "2026-05-18 2026-06-08 2026-06-15 2026-06-29 2026-07-20 2026-08-07",
                                "2026-08-17 2026-10-12 2026-11-02 2026-11-16 2026-12-08"
                                        + " 2026-12-25"));
    }

    @Test
    void twoHolidaysOnOneMondayAreOneDay() {
        // Saint Peter and Sacred Heart both fall on 30 June 2025
        assertThat(FestivosColombia.of(2025)).hasSize(17).contains(LocalDate.of(2025, 6, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "1961, 1961-04-02", "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24",
        "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25"
    })
    void knowsEaster(int year, LocalDate easter) {
        assertThat(FestivosColombia.easter(year)).isEqualTo(easter);
    }

    @Test
    void aPlainSundayIsNoHoliday() {
        assertThat(FestivosColombia.isHoliday(LocalDate.of(2026, 11, 22))).isFalse();
        assertThat(FestivosColombia.isHoliday(LocalDate.of(2026, 11, 16))).isTrue();
    }

    @Test
    void everyYearHasItsHolidaysAndMovedOnesAreMondays() {
        for (int year = 1984; year <= 2199; year++) {
            assertThat(FestivosColombia.of(year)).hasSizeBetween(16, 18);
            assertThat(FestivosColombia.easter(year).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(FestivosColombia.of(year))
                    .filteredOn(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                    .hasSizeGreaterThanOrEqualTo(9);
        }
    }

    private static LocalDate[] days(String... lines) {
        return Arrays.stream(String.join(" ", lines).split(" "))
                .map(LocalDate::parse)
                .toArray(LocalDate[]::new);
    }
}
