package trastienda.desktop.platform.i18n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a language writes numbers, money, dates and amounts of bytes. Instants are shown in the
/// company's zone, Bogota.
public record Formats(Locale locale) {
    /// The company's zone.
    public static final ZoneId ZONE = ZoneId.of("America/Bogota");

    private static final long KILO = 1000;

    /// 3.412 or 3,412.
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value).replace('-', '−');
    }

    /// $ 54.990; cents only where there are any.
    public String money(BigDecimal pesos) {
        var format = NumberFormat.getNumberInstance(locale);
        var cents = pesos.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(cents);
        format.setMaximumFractionDigits(cents);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return "$ " + format.format(pesos).replace('-', '−');
    }

    /// 21/11/2026.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
    }

    /// 21/11/2026 09:42.
    public String dateTime(Instant moment) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZONE).format(moment);
    }

    /// 09:42.
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE).format(moment);
    }

    /// dom 22 nov 2026.
    public String longDate(Instant moment) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale)
                .withZone(ZONE)
                .format(moment)
                .replace(".", "");
    }

    /// 412 kB, 1,8 MB.
    public String bytes(long amount) {
        if (amount < KILO) {
            return amount + " B";
        }
        if (amount < KILO * KILO) {
            return (amount + KILO / 2) / KILO + " kB";
        }
        return String.format(locale, "%.1f MB", amount / (double) (KILO * KILO));
    }

    /// 4 s, 2 min, 1 h 05 min.
    public String duration(Duration time) {
        var seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        var minutes = seconds / 60;
        return minutes < 60
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
