package trastienda.server;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.events.EventDraft;
import trastienda.server.platform.events.EventSink;

import java.util.List;

/// Events of units of work that run before anyone can listen.
final class UnheardEvents implements EventSink {
    @Override
    public void append(Handle handle, List<EventDraft> events) {
        // nobody listens yet
    }

    @Override
    public void committed() {
        // nobody listens yet
    }
}
