package trastienda.desktop.platform.fx;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Everything at once on the caller's thread, for tests; what is to happen later waits for
/// [#elapse].
public final class DirectBackground implements Background {
    private final List<Pending> pending = new ArrayList<>();

    @Override
    public <R> Running run(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
        R result;
        try {
            result = work.call();
        } catch (Exception cause) {
            failed.accept(cause);
            return () -> {};
        }
        done.accept(result);
        return () -> {};
    }

    @Override
    public Running start(String name, Task task) {
        try {
            task.run();
        } catch (Exception cause) {
            throw new IllegalStateException(name, cause);
        }
        return () -> {};
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        return schedule(new Pending(delay, null, action));
    }

    @Override
    public Running every(Duration period, Runnable action) {
        return schedule(new Pending(period, period, action));
    }

    private Running schedule(Pending entry) {
        pending.add(entry);
        return () -> pending.remove(entry);
    }

    @Override
    public void onFx(Runnable action) {
        action.run();
    }

    /// Lets time pass: what falls due runs, in order.
    public void elapse(Duration time) {
        for (var entry : List.copyOf(pending)) {
            entry.left = entry.left.minus(time);
            while (pending.contains(entry) && !entry.left.isPositive()) {
                if (entry.period == null) {
                    pending.remove(entry);
                } else {
                    entry.left = entry.left.plus(entry.period);
                }
                entry.action.run();
            }
        }
    }

    private static final class Pending {
        private Duration left;
        private final @Nullable Duration period;
        private final Runnable action;

        Pending(Duration left, @Nullable Duration period, Runnable action) {
            this.left = left;
            this.period = period;
            this.action = action;
        }
    }
}
