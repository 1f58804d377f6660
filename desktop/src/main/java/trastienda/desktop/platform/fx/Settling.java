package trastienda.desktop.platform.fx;

import java.time.Duration;
import java.util.function.Consumer;

/// Hands a value on at once, and of those that come within a moment of another only the last: a
/// click is answered without waiting, a key held down passes over many. For the FX thread.
public final class Settling<T> {
    private final Background background;
    private final Duration moment;
    private final Consumer<T> action;
    private Background.Running waiting = () -> {};
    private boolean settled = true;

    /// @param moment how long nothing has to come before the next is handed on at once
    public Settling(Background background, Duration moment, Consumer<T> action) {
        this.background = background;
        this.moment = moment;
        this.action = action;
    }

    /// One more value.
    public void take(T value) {
        waiting.cancel();
        if (settled) {
            hand(value);
        } else {
            waiting = background.after(moment, () -> hand(value));
        }
    }

    private void hand(T value) {
        settled = false;
        waiting = background.after(moment, () -> settled = true);
        action.accept(value);
    }

    /// Forgets what was not handed on.
    public void drop() {
        waiting.cancel();
        settled = true;
    }
}
