package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.EventSink;
import trastienda.server.platform.db.Insert;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// The sequenced log of one server: transactions append, listeners hear every event of their
/// channels once and in order, as soon as it is committed. Made before the databases, which write
/// into it, and started after them.
public final class EventLog implements EventSink, AutoCloseable {
    /// How events reach this node.
    public enum Mode {
        /// Not started, or closed.
        STOPPED,
        /// PostgreSQL tells us.
        LISTENING,
        /// PostgreSQL does not tell us: we look every 500 ms.
        POLLING
    }

    /// Days the log is kept.
    public static final int DAYS_KEPT = 30;

    private static final int DAYS_AHEAD = 7;
    private static final Duration WHEN_TOLD = Duration.ofSeconds(1);
    private static final Duration WHEN_NOT_TOLD = Duration.ofMillis(500);

    private volatile Mode mode = Mode.STOPPED;
    private volatile @Nullable Running running;

    private record Running(
            EventRepository log,
            EventReader reader,
            Sequencer sequencer,
            NotificationListener notifications) {}

    /// Begins to sequence and to read.
    public void start(Databases databases) {
        var log = new EventRepository(databases.jobs());
        log.makePartitions(DAYS_AHEAD);
        var reader = new EventReader(log);
        var sequencer = new Sequencer(log, reader::given);
        var notifications =
                new NotificationListener(
                        databases::openListener, log::notifySelf, reader::wake, this::told);
        running = new Running(log, reader, sequencer, notifications);
        mode = Mode.POLLING;
        reader.start();
        sequencer.start();
        notifications.start();
    }

    @Override
    public Insert insert(List<EventDraft> events) {
        return EventRepository.insert(events);
    }

    @Override
    public void committed() {
        var now = running;
        if (now != null) {
            now.sequencer.nudge();
        }
    }

    /// Hears the events after `after` that go to at least one of the channels, on a thread of the
    /// listener's own.
    ///
    /// @param after the last seq the listener has seen; negative: it has seen nothing, and gets a
    ///   resync with the seq to start from
    public Subscription subscribe(long after, Predicate<String> channels, EventListener listener) {
        return running().reader.subscribe(after, channels, listener);
    }

    /// The last seq this node has read.
    public long position() {
        return running().reader.position();
    }

    /// How many listen.
    public int listeners() {
        var now = running;
        return now == null ? 0 : now.reader.listeners();
    }

    /// How events reach this node, for health.
    public Mode mode() {
        return mode;
    }

    /// Makes the coming days' partitions and drops those older than [#DAYS_KEPT]; run daily.
    public void rollPartitions() {
        var log = running().log;
        log.makePartitions(DAYS_AHEAD);
        log.dropPartitions(DAYS_KEPT);
    }

    @Override
    public void close() {
        var now = running;
        running = null;
        mode = Mode.STOPPED;
        if (now != null) {
            now.notifications.close();
            now.sequencer.close();
            now.reader.close();
        }
    }

    private void told(boolean listening) {
        var now = running;
        if (now == null) {
            return;
        }
        mode = listening ? Mode.LISTENING : Mode.POLLING;
        now.reader.patience(listening ? WHEN_TOLD : WHEN_NOT_TOLD);
    }

    private Running running() {
        var now = running;
        if (now == null) {
            throw new IllegalStateException("the event log is not started");
        }
        return now;
    }
}
