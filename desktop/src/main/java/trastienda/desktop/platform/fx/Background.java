package trastienda.desktop.platform.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The only way off the window's thread and back. Results and failures arrive on the window's
/// thread, in no order.
public interface Background {
    /// Does the work elsewhere; `failed` gets what it threw. After `cancel` neither is called.
    <T> Work run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Does something on the window's thread after a while.
    Work later(Duration wait, Runnable action);

    /// Does something on the window's thread as soon as it is free.
    void onWindow(Runnable action);

    /// Something under way.
    interface Work {
        /// Gives up: the work is interrupted and its result dropped.
        void cancel();
    }

    /// Does everything at once on the caller's thread, and what comes later never: for tests that
    /// need no toolkit.
    static Background direct() {
        return new DirectBackground();
    }
}
