package trastienda.server.platform.events;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// Puts events where the sequencer finds them, inside the transaction that made them.
public interface EventSink {
    /// Appends the events; they are told after commit, in one order for all.
    void append(Handle handle, List<EventDraft> events);

    /// Called after a commit that had events, so that the sequencer need not wait for its next
    /// look.
    void committed();
}
