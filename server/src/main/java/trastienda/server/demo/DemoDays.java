package trastienda.server.demo;

import trastienda.shared.ventas.FestivosColombia;
import trastienda.shared.ventas.VentaRules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The working days of the last six months up to now, and moments in them. The shop works Monday to
/// Friday 8–18 and Saturday 8–13, Bogota time.
final class DemoDays {
    static final ZoneId BOGOTA = VentaRules.ZONE;
    private static final LocalTime OPENS = LocalTime.of(8, 0);

    private final Instant now;
    private final LocalDate today;
    private final List<LocalDate> worked = new ArrayList<>();
    private final Set<Long> takenSeconds = new HashSet<>();

    DemoDays(Instant now) {
        this.now = now;
        var local = ZonedDateTime.ofInstant(now, BOGOTA);
        today = local.toLocalDate();
        for (var day = today.minusMonths(6); !day.isAfter(today); day = day.plusDays(1)) {
            var begun = day.isBefore(today) || local.toLocalTime().isAfter(OPENS.plusMinutes(30));
            if (opens(day) && begun) {
                worked.add(day);
            }
        }
    }

    LocalDate today() {
        return today;
    }

    /// Whether the operator moves lines that day: Monday to Friday, no holiday.
    boolean business(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5 && !FestivosColombia.isHoliday(day);
    }

    /// The day itself or the next one on which lines are moved.
    LocalDate businessFrom(LocalDate day) {
        var next = day;
        while (!business(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// A second of a working day `oldest` to `newest` working days back, never twice the same.
    Instant moment(RandomGenerator random, int newest, int oldest) {
        var last = worked.size() - 1;
        var back = Math.min(last, newest + random.nextInt(Math.min(oldest, last) - newest + 1));
        var day = worked.get(last - back);
        var closes = day.getDayOfWeek().getValue() == 6 ? 13 : 18;
        var end = Math.min(closes * 3600L, secondsUntilNow(day));
        var second = OPENS.toSecondOfDay() + random.nextLong(end - OPENS.toSecondOfDay());
        var at = day.atStartOfDay(BOGOTA).toEpochSecond() + second;
        while (!takenSeconds.add(at)) {
            at--;
        }
        return Instant.ofEpochSecond(at);
    }

    /// Some working time after `from`, never later than now.
    Instant after(Instant from, RandomGenerator random, int hours) {
        var later = from.plusSeconds(60L + random.nextLong(hours * 3600L));
        return later.isAfter(now) ? from.plus(between(from) / 2, ChronoUnit.SECONDS) : later;
    }

    static LocalDate day(Instant at) {
        return at.atZone(BOGOTA).toLocalDate();
    }

    private long between(Instant from) {
        return Math.max(0, now.getEpochSecond() - from.getEpochSecond());
    }

    private long secondsUntilNow(LocalDate day) {
        return now.getEpochSecond() - day.atStartOfDay(BOGOTA).toEpochSecond();
    }

    private boolean opens(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 6 && !FestivosColombia.isHoliday(day);
    }
}
