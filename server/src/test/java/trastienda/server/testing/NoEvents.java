package trastienda.server.testing;

import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.EventSink;
import trastienda.server.platform.db.Insert;

import java.util.List;

/// Events that nobody hears.
public final class NoEvents implements EventSink {
    @Override
    public Insert insert(List<EventDraft> events) {
        return Insert.NONE;
    }

    @Override
    public void committed() {
        // nobody listens here
    }
}
