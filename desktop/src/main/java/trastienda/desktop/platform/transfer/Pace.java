package trastienda.desktop.platform.transfer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/// How many files travel at once, and how long a failed one waits before its next attempt (counted
/// from 1).
public record Pace(int parallel, IntFunction<Duration> backoff) {
    private static final long LONGEST_SECONDS = 60;

    /// Three at once; 1, 2, 4 … 60 seconds, each up to a quarter longer so that many desktops do
    /// not come back together.
    public static Pace usual() {
        return new Pace(
                3,
                attempt -> {
                    var seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(attempt - 1, 6));
                    var jitter = ThreadLocalRandom.current().nextLong(seconds * 250 + 1);
                    return Duration.ofMillis(seconds * 1000 + jitter);
                });
    }
}
