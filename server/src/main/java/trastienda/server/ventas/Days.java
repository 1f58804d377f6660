package trastienda.server.ventas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Days from the first to the last, of UTC, counted from 1970, as the lexemes `@s…` of
/// `trastienda.palabras` count them: a day, and the 4, 16, 64, 256 and 1024 days it is part of.
record Days(long first, long last) {
    /// Words are there with the days of this level too, each 64 of them.
    private static final int WORD = 6;

    private static final int LEVELS = 6;
    private static final long SECONDS = 86_400;
    private static final long FARTHEST = 100_000_000_000L;

    static long of(Instant instant) {
        return Math.floorDiv(Math.clamp(instant.getEpochSecond(), -FARTHEST, FARTHEST), SECONDS);
    }

    /// The fewest lexemes that hold just these days.
    List<String> lexemes() {
        var lexemes = new ArrayList<String>();
        for (long day = first; day <= last; ) {
            int level = 0;
            while (level + 1 < LEVELS && fits(day, level + 1)) {
                level++;
            }
            lexemes.add("@s%d.%d".formatted(level, day >> (2 * level)));
            day += 1L << (2 * level);
        }
        return lexemes;
    }

    private boolean fits(long day, int level) {
        var length = 1L << (2 * level);
        return day % length == 0 && day + length - 1 <= last;
    }

    /// The same days, divided by the places of words.
    List<Days> byWordPlace() {
        var parts = new ArrayList<Days>();
        for (long place = first >> WORD; place <= last >> WORD; place++) {
            parts.add(new Days(place << WORD, ((place + 1) << WORD) - 1).within(this));
        }
        return parts;
    }

    /// The place a word of a sale of these days has.
    String wordPlace() {
        return "@w%d.".formatted(first >> WORD);
    }

    /// Whether these are all days of their place.
    boolean isWordPlace() {
        return length() == 1L << WORD && first % length() == 0;
    }

    /// How many they are, or [Long#MAX_VALUE] for more than that.
    long length() {
        var length = last - first + 1;
        return first <= last && length <= 0 ? Long.MAX_VALUE : length;
    }

    /// These, but not those outside the others.
    Days within(Days others) {
        return new Days(Math.max(first, others.first), Math.min(last, others.last));
    }
}
