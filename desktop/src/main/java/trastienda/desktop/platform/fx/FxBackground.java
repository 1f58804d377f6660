package trastienda.desktop.platform.fx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One virtual thread per piece of work.
public final class FxBackground implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(FxBackground.class);

    @Override
    public <R> Running run(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
        var cancelled = new AtomicBoolean();
        return launch("work", cancelled, () -> attempt(work, done, failed, cancelled));
    }

    private void tell(Runnable outcome, AtomicBoolean cancelled) {
        onFx(
                () -> {
                    if (!cancelled.get()) {
                        outcome.run();
                    }
                });
    }

    private <R> void attempt(
            Callable<R> work,
            Consumer<R> done,
            Consumer<Exception> failed,
            AtomicBoolean cancelled) {
        R result;
        try {
            result = work.call();
        } catch (Exception cause) {
            tell(() -> failed.accept(cause), cancelled);
            return;
        }
        tell(() -> done.accept(result), cancelled);
    }

    @Override
    public Running start(String name, Task task) {
        var cancelled = new AtomicBoolean();
        return launch(
                name,
                cancelled,
                () -> {
                    try {
                        task.run();
                    } catch (InterruptedException stopped) {
                        LOG.debug("{} was stopped", name);
                    } catch (Exception cause) {
                        if (!cancelled.get()) {
                            LOG.error("{} failed", name, cause);
                        }
                    }
                });
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        var cancelled = new AtomicBoolean();
        return launch(
                "later",
                cancelled,
                () -> {
                    if (slept(delay)) {
                        tell(action, cancelled);
                    }
                });
    }

    @Override
    public Running every(Duration period, Runnable action) {
        var cancelled = new AtomicBoolean();
        return launch(
                "every",
                cancelled,
                () -> {
                    while (!cancelled.get() && slept(period)) {
                        tell(action, cancelled);
                    }
                });
    }

    @Override
    public void onFx(Runnable action) {
        Fx.run(action);
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Running launch(String name, AtomicBoolean cancelled, Runnable body) {
        var thread = Thread.ofVirtual().name("desktop-" + name).start(body);
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }
}
