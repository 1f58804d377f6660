package trastienda.server.platform.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Interrupts requests that take longer than their route allows.
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        task ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("request-deadlines")
                                        .unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Watches the current thread until the answer is closed.
    Watch start(Duration limit) {
        return new Watch(timer, Thread.currentThread(), limit);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    static final class Watch implements AutoCloseable {
        private final ScheduledFuture<?> alarm;
        private final Object lock = new Object();
        private boolean over;
        private boolean late;

        private Watch(ScheduledThreadPoolExecutor timer, Thread thread, Duration limit) {
            alarm =
                    timer.schedule(
                            () -> {
                                synchronized (lock) {
                                    if (!over) {
                                        late = true;
                                        thread.interrupt();
                                    }
                                }
                            },
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        /// Ends the watch; a late thread's interrupt does not reach what comes after.
        @Override
        public void close() {
            synchronized (lock) {
                over = true;
                if (late) {
                    Thread.interrupted();
                }
            }
            alarm.cancel(false);
        }
    }
}
