package trastienda.server.identidad;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the attempts of one address to come in share on this node.
final class Turns {
    private static final int MOST = 64;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Duration wait;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(MOST).toArray(ReentrantLock[]::new);
    private final Semaphore[] looks =
            Stream.generate(() -> new Semaphore(1)).limit(MOST).toArray(Semaphore[]::new);

    Turns() {
        this(WAIT);
    }

    /// @param wait so long an attempt waits for those before it
    Turns(Duration wait) {
        this.wait = wait;
    }

    /// Does it after what others of that address do.
    ///
    /// @throws ProblemException `SOBRECARGA` when those before do not end in time
    <T> T after(String address, Supplier<T> work) {
        var lock = locks[place(address)];
        try {
            if (!lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.retry(ProblemCode.SOBRECARGA, WAIT);
            }
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw ProblemException.retry(ProblemCode.SOBRECARGA, WAIT);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// One attempt that may be looked at while no other of its address is, asked for only where
    /// that matters. Closing it lets the next one be.
    Single single(String address) {
        return new Single(looks[place(address)]);
    }

    /// Whether an attempt is the only one of its address.
    static final class Single implements AutoCloseable {
        private final Semaphore look;
        private boolean taken;

        private Single(Semaphore look) {
            this.look = look;
        }

        /// Asks, without waiting.
        boolean take() {
            taken = taken || look.tryAcquire();
            return taken;
        }

        @Override
        public void close() {
            if (taken) {
                look.release();
            }
        }
    }

    private static int place(String address) {
        return Math.floorMod(address.hashCode(), MOST);
    }
}
