package trastienda.desktop.platform.list;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work off the FX thread and hands its outcome back to it.
@FunctionalInterface
public interface Fetcher {
    /// Calls either `done` or `failed`, later or at once.
    <R> void fetch(Callable<R> work, Consumer<R> done, Consumer<Exception> failed);
}
