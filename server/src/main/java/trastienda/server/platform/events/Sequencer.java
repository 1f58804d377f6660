package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Gives seqs after commit. Every node runs one; the database lets one of them work at a time, in
/// batches at least [#PAUSE] apart for all nodes together, and each batch notifies once.
final class Sequencer {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /// At most 50 notifications a second.
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// How long what another program inserted may lie before it is seen.
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final EventRepository log;
    private final Consumer<List<LoggedEvent>> given;
    private final Bell bell = new Bell();
    private volatile boolean closed;
    private long notBefore = System.nanoTime();
    private @Nullable Thread thread;

    Sequencer(EventRepository log, Consumer<List<LoggedEvent>> given) {
        this.log = log;
        this.given = given;
    }

    void start() {
        thread = Thread.ofVirtual().name("events-sequencer").start(this::run);
    }

    void close() {
        closed = true;
        bell.ring();
        Bell.join(thread);
    }

    void nudge() {
        bell.ring();
    }

    private void run() {
        var failing = false;
        while (!closed) {
            try {
                bell.await(LOOK);
                sequenceAll();
                failing = false;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (!failing && !closed) {
                    LOG.warn("Events wait: the log cannot be written; trying again", failed);
                }
                failing = true;
                Bell.pauseUnlessInterrupted(AFTER_FAILURE);
            }
        }
    }

    private void sequenceAll() throws InterruptedException {
        EventRepository.Batch batch;
        do {
            Bell.pause(Duration.ofNanos(notBefore - System.nanoTime()));
            batch = log.sequence(MOST, Math.toIntExact(PAUSE.toMillis()));
            if (batch.events().isEmpty()) {
                notBefore = System.nanoTime() + Duration.ofMillis(batch.waitMs()).toNanos();
            } else {
                notBefore = System.nanoTime() + PAUSE.toNanos();
                given.accept(batch.events());
            }
        } while (batch.more() && !closed);
    }
}
