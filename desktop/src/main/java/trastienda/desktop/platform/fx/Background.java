package trastienda.desktop.platform.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work off the FX thread and hands its outcome back to it. The only way off that thread:
/// files, network, hashing and decoding of images all go through here.
public interface Background {
    /// Runs `work` on a thread of its own; exactly one of the two consumers is then called on the
    /// FX thread, unless the work was cancelled before. The method fits where a screen asks for a
    /// fetcher: `background::run`.
    <R> Running run(Callable<R> work, Consumer<R> done, Consumer<Exception> failed);

    /// Runs an endless or silent task (a socket, a queue) on a thread of its own; a failure is
    /// logged.
    Running start(String name, Task task);

    /// Calls `action` on the FX thread after a while.
    Running after(Duration delay, Runnable action);

    /// Calls `action` on the FX thread again and again, until it is cancelled.
    Running every(Duration period, Runnable action);

    /// Hands something to the FX thread from any thread.
    void onFx(Runnable action);

    /// Work that tells nothing.
    interface Task {
        void run() throws Exception;
    }

    /// Something under way.
    interface Running {
        /// Interrupts it; its outcome is dropped.
        void cancel();
    }
}
