package trastienda.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What is opened beside other work of the start. Closing it closes what was opened, once it was.
final class Meanwhile<T extends AutoCloseable> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Meanwhile.class);

    private final FutureTask<T> opening;

    private Meanwhile(FutureTask<T> opening) {
        this.opening = opening;
    }

    static <T extends AutoCloseable> Meanwhile<T> open(String name, Callable<T> how) {
        var opening = new FutureTask<>(how);
        Thread.ofPlatform().name(name).daemon().start(opening);
        return new Meanwhile<>(opening);
    }

    /// What was opened; waits for it.
    ///
    /// @throws RuntimeException that of the opening
    T get() {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it opened", ended);
        }
    }

    @Override
    public void close() {
        try {
            opening.get().close();
        } catch (ExecutionException told) {
            LOG.debug("Nothing was opened, so nothing is closed", told);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("did not close", failed);
        }
    }
}
