package trastienda.desktop.platform.i18n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/// Figures as the person's language writes them. All of them read the language at the moment of the
/// call: wrap them in [Text#live] where they must follow it.
public final class Formats {
    /// The office's zone.
    public static final ZoneId ZONE = ZoneId.of("America/Bogota");

    /// The sign of a figure below zero.
    public static final char MINUS = '\u2212';

    private static final String GAP = "\u00a0";
    private static final long KILO = 1000;

    private Formats() {}

    /// `21/11/2026`.
    public static String date(LocalDate date) {
        return pattern("dd/MM/yyyy", date);
    }

    /// `21/11/2026 09:42`, Bogota's clock.
    public static String dateTime(Instant instant) {
        return pattern("dd/MM/yyyy HH:mm", instant.atZone(ZONE));
    }

    /// `09:42`, Bogota's clock.
    public static String time(Instant instant) {
        return pattern("HH:mm", instant.atZone(ZONE));
    }

    /// Today's instants as `09:42`, others of this year as `19 nov`, older ones as `19/11/2025`.
    public static String shortInstant(Instant instant, LocalDate today) {
        var moment = instant.atZone(ZONE);
        if (moment.toLocalDate().equals(today)) {
            return time(instant);
        }
        return moment.getYear() == today.getYear()
                ? pattern("d MMM", moment).replace(".", "")
                : date(moment.toLocalDate());
    }

    /// `jue 19 nov 2026 · 09:42`, for the status bar.
    public static String clock(Instant instant) {
        return pattern("EEE d MMM yyyy", instant.atZone(ZONE)).replace(".", "").replace(",", "")
                + " · "
                + time(instant);
    }

    /// `3.412`.
    public static String number(long value) {
        return minus(NumberFormat.getIntegerInstance(Text.locale()).format(value));
    }

    /// `$ 54.990`; cents only where there are some.
    public static String money(BigDecimal value) {
        var whole = value.stripTrailingZeros().scale() <= 0;
        var format =
                new DecimalFormat(
                        whole ? "#,##0" : "#,##0.00",
                        DecimalFormatSymbols.getInstance(Text.locale()));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return minus("$" + GAP + format.format(value));
    }

    /// `84,6 %`, of a share between 0 and 1.
    public static String percent(double share) {
        return decimal(share * 100, 1) + GAP + "%";
    }

    /// `412 kB`, `1,8 MB`; decimal units.
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return number(bytes) + GAP + "B";
        }
        if (bytes < KILO * KILO) {
            return number(Math.round(bytes / (double) KILO)) + GAP + "kB";
        }
        return bytes < KILO * KILO * KILO
                ? decimal(bytes / (double) (KILO * KILO), 1) + GAP + "MB"
                : decimal(bytes / (double) (KILO * KILO * KILO), 1) + GAP + "GB";
    }

    /// `1,8 MB/s`.
    public static String speed(double bytesPerSecond) {
        return bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /// `4 s`, `12 min`, `1 h 05 min`, `3 d`; negative ones with a minus.
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return MINUS + duration(duration.negated());
        }
        if (duration.toMinutes() < 1) {
            return duration.toSeconds() + GAP + "s";
        }
        if (duration.toHours() < 1) {
            return duration.toMinutes() + GAP + "min";
        }
        if (duration.toDays() < 1) {
            return "%d%sh%s%02d%smin"
                    .formatted(duration.toHours(), GAP, GAP, duration.toMinutesPart(), GAP);
        }
        return duration.toDays() + GAP + "d";
    }

    private static String decimal(double value, int places) {
        var format = NumberFormat.getNumberInstance(Text.locale());
        format.setMaximumFractionDigits(places);
        return minus(format.format(value));
    }

    private static String pattern(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(pattern, Text.locale()).format(value);
    }

    private static String minus(String figure) {
        return figure.replace('-', MINUS);
    }
}
