package trastienda.server.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a state, never for a time.
public final class Await {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = 2_000_000;

    private Await() {}

    /// Returns when it is so.
    ///
    /// @throws AssertionError when it is not within 30 seconds
    public static void until(String what, BooleanSupplier isSo) {
        until(what, MOST, isSo);
    }

    /// Returns when it is so.
    ///
    /// @throws AssertionError when it is not within `most`
    public static void until(String what, Duration most, BooleanSupplier isSo) {
        var end = System.nanoTime() + most.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
