package trastienda.desktop.ventas;

import trastienda.desktop.platform.list.Fetcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work at once, or when the test says so.
final class Direct implements Fetcher {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    void hold() {
        held = true;
    }

    void letGo() {
        held = false;
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    @Override
    public <R> void fetch(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
        Runnable run =
                () -> {
                    R result;
                    try {
                        result = work.call();
                    } catch (Exception problem) {
                        failed.accept(problem);
                        return;
                    }
                    done.accept(result);
                };
        if (held) {
            waiting.add(run);
        } else {
            run.run();
        }
    }
}
