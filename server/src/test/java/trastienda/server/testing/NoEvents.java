package trastienda.server.testing;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.events.EventDraft;
import trastienda.server.platform.events.EventSink;

import java.util.List;

/// Events that nobody hears.
public final class NoEvents implements EventSink {
    @Override
    public void append(Handle handle, List<EventDraft> events) {
        // nobody listens here
    }

    @Override
    public void committed() {
        // nobody listens here
    }
}
