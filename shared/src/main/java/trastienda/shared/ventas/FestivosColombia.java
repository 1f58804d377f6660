package trastienda.shared.ventas;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Colombia's holidays, computed for any year: the fixed ones, those that Ley 51 of 1983 (Ley
/// Emiliani) moves to the next Monday, and those counted from Easter.
public final class FestivosColombia {
    private static final List<MonthDay> FIXED =
            List.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(5, 1),
                    MonthDay.of(7, 20),
                    MonthDay.of(8, 7),
                    MonthDay.of(12, 8),
                    MonthDay.of(12, 25));

    private static final List<MonthDay> MOVED_TO_MONDAY =
            List.of(
                    MonthDay.of(1, 6),
                    MonthDay.of(3, 19),
                    MonthDay.of(6, 29),
                    MonthDay.of(8, 15),
                    MonthDay.of(10, 12),
                    MonthDay.of(11, 1),
                    MonthDay.of(11, 11));

    /// Days after Easter Sunday: Maundy Thursday, Good Friday, and already on their Mondays
    /// Ascension, Corpus Christi, Sacred Heart.
    private static final List<Integer> FROM_EASTER = List.of(-3, -2, 43, 64, 71);

    private FestivosColombia() {}

    /// Whether the day is a holiday. A plain Sunday is not.
    public static boolean isHoliday(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /// The year's holidays in order.
    public static SortedSet<LocalDate> of(int year) {
        var days = new TreeSet<LocalDate>();
        FIXED.forEach(day -> days.add(day.atYear(year)));
        MOVED_TO_MONDAY.forEach(
                day ->
                        days.add(
                                day.atYear(year)
                                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))));
        var easter = easter(year);
        FROM_EASTER.forEach(offset -> days.add(easter.plusDays(offset)));
        return days;
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int solar = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + solar + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
