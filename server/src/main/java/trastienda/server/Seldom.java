package trastienda.server;

import java.time.Duration;
import java.util.function.Supplier;

/// A remark that is costly to find, looked for at most every ten minutes.
final class Seldom implements Supplier<String> {
    private static final long KEPT = Duration.ofMinutes(10).toNanos();
    private final Supplier<String> costly;
    private String last = "";
    private long at;
    private boolean asked;

    Seldom(Supplier<String> costly) {
        this.costly = costly;
    }

    @Override
    public synchronized String get() {
        if (!asked || System.nanoTime() - at > KEPT) {
            last = costly.get();
            at = System.nanoTime();
            asked = true;
        }
        return last;
    }
}
