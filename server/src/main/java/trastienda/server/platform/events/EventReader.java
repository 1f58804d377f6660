package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Reads the log once for the whole process, strictly in order, and hands every event to all
/// subscriptions. Whatever wakes it, or nothing, it loses none: it goes by seq.
final class EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final int PAGE = 500;
    private static final int REMEMBERED = 4_096;

    /// Where the events are read from.
    interface Log {
        EventRepository.State state();

        List<LoggedEvent> after(long seq, long upTo, Instant since, int most);
    }

    private final Log log;
    private final Bell bell = new Bell();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<LoggedEvent> recent = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile long position;
    private volatile Duration patience = Duration.ofMillis(500);
    private volatile boolean closed;
    private volatile Instant since = Instant.EPOCH;
    private @Nullable Thread thread;

    EventReader(Log log) {
        this.log = log;
    }

    void start() {
        var state = log.state();
        position = state.seq();
        since = state.at();
        thread = Thread.ofVirtual().name("events-reader").start(this::run);
    }

    void close() {
        closed = true;
        bell.ring();
        Bell.join(thread);
        subscriptions.forEach(Subscription::close);
    }

    long position() {
        return position;
    }

    int listeners() {
        return subscriptions.size();
    }

    /// How long it waits to be woken before it looks by itself.
    void patience(Duration time) {
        patience = time;
        bell.ring();
    }

    void wake(long seq) {
        if (seq > position) {
            bell.ring();
        }
    }

    /// Takes events that this node has just put in order, when they are the next ones; otherwise it
    /// reads them.
    void given(List<LoggedEvent> events) {
        lock.lock();
        try {
            if (events.getFirst().seq() == position + 1) {
                tell(events);
                return;
            }
        } finally {
            lock.unlock();
        }
        wake(events.getLast().seq());
    }

    Subscription subscribe(long after, Predicate<String> channels, EventListener listener) {
        // a client may have heard from another node what we have not read yet; if nobody has
        // given that seq, the client speaks of another database
        var known = after <= position || after <= log.state().seq();
        lock.lock();
        try {
            var subscription =
                    new Subscription(this, channels, listener, known ? after : -1, position);
            subscriptions.add(subscription);
            subscription.start();
            return subscription;
        } finally {
            lock.unlock();
        }
    }

    void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /// The next events after `seq`, from memory when they are recent; empty when the log no longer
    /// has them.
    List<LoggedEvent> replay(long seq, long upTo) {
        lock.lock();
        try {
            if (!recent.isEmpty() && recent.getFirst().seq() <= seq + 1) {
                return recent.stream().filter(e -> e.seq() > seq && e.seq() <= upTo).toList();
            }
        } finally {
            lock.unlock();
        }
        return log.after(seq, upTo, Instant.EPOCH, PAGE);
    }

    private void run() {
        var failing = false;
        while (!closed) {
            try {
                bell.await(patience);
                readAll();
                failing = false;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (!failing && !closed) {
                    LOG.warn("The event log cannot be read; trying again", failed);
                }
                failing = true;
                Bell.pauseUnlessInterrupted(AFTER_FAILURE);
            }
        }
    }

    private void readAll() {
        List<LoggedEvent> page;
        do {
            page = log.after(position, Long.MAX_VALUE, since, PAGE);
            tell(page);
        } while (page.size() == PAGE && !closed);
        if (page.isEmpty()) {
            notRestored();
        }
    }

    /// A log that ends before our position is another one: the database was restored.
    private void notRestored() {
        // looked at first: our own sequencer may move the position while the state is on its way
        var reached = position;
        var state = log.state();
        if (state.seq() < reached) {
            LOG.warn("The event log went back from {} to {}", reached, state.seq());
            lock.lock();
            try {
                recent.clear();
                position = state.seq();
                since = state.at();
                subscriptions.forEach(subscription -> subscription.missing(state.seq()));
            } finally {
                lock.unlock();
            }
        }
    }

    private void tell(List<LoggedEvent> page) {
        lock.lock();
        try {
            for (var event : page) {
                if (event.seq() <= position) {
                    // given meanwhile by our own sequencer
                    continue;
                }
                if (event.seq() != position + 1) {
                    recent.clear();
                    var before = event.seq() - 1;
                    new ArrayList<>(subscriptions).forEach(each -> each.missing(before));
                }
                recent.addLast(event);
                if (recent.size() > REMEMBERED) {
                    recent.removeFirst();
                }
                position = event.seq();
                since = event.at();
                for (var subscription : subscriptions) {
                    subscription.offer(event);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
