package trastienda.desktop.platform.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Everything at once, on the caller's thread.
final class DirectBackground implements Background {
    private static final Work DONE =
            () -> {
                // it is over before anyone can cancel it
            };

    @Override
    public <T> Work run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception failure) {
            failed.accept(failure);
            return DONE;
        }
        done.accept(result);
        return DONE;
    }

    @Override
    public Work later(Duration wait, Runnable action) {
        return DONE;
    }

    @Override
    public void onWindow(Runnable action) {
        action.run();
    }
}
