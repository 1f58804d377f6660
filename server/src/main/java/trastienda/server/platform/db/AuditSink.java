package trastienda.server.platform.db;

import trastienda.server.platform.auth.Actor;

import java.util.List;

/// Says how audit entries are written; the unit of work that did what they tell writes them last,
/// in its own transaction. Implemented by `auditoria`.
public interface AuditSink {
    /// The insert of these entries, at least one.
    Insert insert(Actor actor, List<AuditEntry> entries);
}
