package trastienda.server.platform.db;

import java.util.List;

/// Puts events where the sequencer finds them, inside the transaction that made them.
public interface EventSink {
    /// The insert of these events, at least one; they are told after commit, in one order for all.
    Insert insert(List<EventDraft> events);

    /// Called after a commit that had events, so that the sequencer need not wait for its next
    /// look.
    void committed();
}
