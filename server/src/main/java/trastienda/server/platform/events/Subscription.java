package trastienda.server.platform.events;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/// One listener's place in the log. Closing it ends its thread; it hears nothing after that.
public final class Subscription implements AutoCloseable {
    /// What a listener may lag behind before it is told to fetch everything again.
    static final int MOST_WAITING = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private sealed interface Item {
        record Told(LoggedEvent event) implements Item {}

        record Missing(long upTo) implements Item {}

        record End() implements Item {}
    }

    private final LinkedBlockingQueue<Item> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Predicate<String> channels;
    private final EventListener listener;
    private final EventReader reader;
    private final long after;
    private final long live;
    private volatile boolean closed;

    /// @param after the last seq the listener has seen
    /// @param live the reader's position: later events come through [#offer]
    Subscription(
            EventReader reader,
            Predicate<String> channels,
            EventListener listener,
            long after,
            long live) {
        this.reader = reader;
        this.channels = channels;
        this.listener = listener;
        this.after = after;
        this.live = live;
    }

    void start() {
        Thread.ofVirtual().name("events-to-listener").start(this::run);
    }

    /// Called by the reader in order; never blocks.
    void offer(LoggedEvent event) {
        if (hears(event) && !waiting.offer(new Item.Told(event))) {
            missing(event.seq());
        }
    }

    /// Forgets what waits and says so.
    void missing(long upTo) {
        waiting.clear();
        waiting.add(new Item.Missing(upTo));
    }

    @Override
    public void close() {
        closed = true;
        reader.remove(this);
        waiting.clear();
        waiting.add(new Item.End());
    }

    private boolean hears(LoggedEvent event) {
        for (var channel : event.channels()) {
            if (channels.test(channel)) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        try {
            var caughtUp = catchUp();
            while (!closed) {
                switch (waiting.take()) {
                    case Item.Told(var event) -> {
                        // a reader elsewhere may have been ahead of ours
                        if (event.seq() > caughtUp) {
                            listener.onEvent(event);
                        }
                    }
                    case Item.End() -> closed = true;
                    case Item.Missing(var upTo) -> {
                        caughtUp = upTo;
                        listener.onResync(upTo);
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (!closed) {
                LOG.warn("A listener of events failed and is dropped", failed);
            }
        } finally {
            closed = true;
            reader.remove(this);
        }
    }

    private long catchUp() {
        if (after < 0) {
            listener.onResync(live);
            return live;
        }
        var at = after;
        while (at < live && !closed) {
            var page = reader.replay(at, live);
            if (page.isEmpty()) {
                listener.onResync(live);
                return live;
            }
            for (var event : page) {
                if (event.seq() != at + 1) {
                    listener.onResync(live);
                    return live;
                }
                at = event.seq();
                if (hears(event)) {
                    listener.onEvent(event);
                }
            }
        }
        return at;
    }
}
