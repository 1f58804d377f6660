package trastienda.server.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits, for a while, until something that happens on another thread has happened.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /// Returns once the condition holds.
    ///
    /// @throws AssertionError when it does not within 20 seconds
    public static void holds(Callable<Boolean> condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        do {
            if (test(condition)) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("it did not happen within " + PATIENCE);
    }

    private static boolean test(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
