package trastienda.desktop.platform.fx;

import javafx.application.Platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Work on virtual threads, results on the JavaFX thread.
public final class FxBackground implements Background, AutoCloseable {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("later").factory());

    @Override
    public <T> Work run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        var dropped = new AtomicBoolean();
        Future<?> running =
                workers.submit(
                        () -> {
                            try {
                                var result = work.call();
                                deliver(dropped, () -> done.accept(result));
                            } catch (Exception failure) {
                                deliver(dropped, () -> failed.accept(failure));
                            }
                        });
        return () -> {
            dropped.set(true);
            running.cancel(true);
        };
    }

    private static void deliver(AtomicBoolean dropped, Runnable action) {
        Platform.runLater(
                () -> {
                    if (!dropped.get()) {
                        action.run();
                    }
                });
    }

    @Override
    public Work later(Duration wait, Runnable action) {
        var dropped = new AtomicBoolean();
        var planned =
                clock.schedule(
                        () -> deliver(dropped, action), wait.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            dropped.set(true);
            planned.cancel(false);
        };
    }

    @Override
    public void onWindow(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }
}
