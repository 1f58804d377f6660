package trastienda.server.platform.db;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.auth.Actor;

import java.util.List;

/// Writes audit entries inside the transaction that did what they tell. Implemented by `auditoria`.
public interface AuditSink {
    /// Appends the entries.
    void append(Handle handle, Actor actor, List<AuditEntry> entries);
}
