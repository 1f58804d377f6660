package trastienda.desktop.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// When the person last touched keyboard or mouse.
public final class InputClock {
    private final Clock clock;
    private final AtomicReference<Instant> last;

    public InputClock(Clock clock) {
        this.clock = clock;
        last = new AtomicReference<>(clock.instant());
    }

    /// They just did.
    public void touched() {
        last.set(clock.instant());
    }

    /// How long ago that was.
    public Duration age() {
        return Duration.between(Objects.requireNonNull(last.get()), clock.instant());
    }
}
