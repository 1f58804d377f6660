package trastienda.desktop.confrontas;

import trastienda.desktop.platform.list.Fetcher;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does the work where it is asked for.
final class AtOnce implements Fetcher {
    @Override
    public <R> void fetch(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
        R result;
        try {
            result = work.call();
        } catch (Exception problem) {
            failed.accept(problem);
            return;
        }
        done.accept(result);
    }
}
