package trastienda.desktop.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits until something that happens on another thread has happened.
public final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Soon() {}

    /// Returns once it is so.
    ///
    /// @throws AssertionError when it is not within a minute
    public static void holds(String what, Callable<Boolean> isSo) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(isSo)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Returns what was found, once it was.
    ///
    /// @throws AssertionError when it is not within a minute
    public static <T> T found(String what, Callable<Optional<T>> look) {
        var found = new ArrayList<T>(1);
        holds(
                what,
                () -> {
                    look.call().ifPresent(found::add);
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    private static boolean ask(Callable<Boolean> isSo) {
        try {
            return isSo.call();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
