package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes one waiting thread; rings while it works are heard once when it comes back.
final class Bell {
    private static final Duration MOST_TO_END = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rang = lock.newCondition();
    private boolean ringing;

    void ring() {
        lock.lock();
        try {
            ringing = true;
            rang.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when it rings, or after `most`.
    void await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            var left = most.toNanos();
            while (!ringing && left > 0) {
                left = rang.awaitNanos(left);
            }
            ringing = false;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a thread that was told to end; its query is not torn from it.
    static void join(@Nullable Thread thread) {
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(MOST_TO_END);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// As [#pause], for a loop that looks at its own end.
    static void pauseUnlessInterrupted(Duration time) {
        try {
            pause(time);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets time pass whatever rings meanwhile.
    static void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }
}
