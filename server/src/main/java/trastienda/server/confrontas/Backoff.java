package trastienda.server.confrontas;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: twice as long each time, from five seconds to ten minutes,
/// half of it by chance so that many waiting files do not all come at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    private final RandomGenerator chance;

    Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    /// @param tries how many failed so far
    Duration after(int tries) {
        var full = FIRST.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
        var capped = full.compareTo(MOST) > 0 ? MOST : full;
        return Duration.ofMillis((long) (capped.toMillis() * (0.5 + chance.nextDouble() / 2)));
    }
}
