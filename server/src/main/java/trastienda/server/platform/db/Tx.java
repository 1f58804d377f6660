package trastienda.server.platform.db;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.auth.Actor;

import java.util.ArrayList;
import java.util.List;

/// A unit of work: one database transaction, its actor, and the audit entries and events that are
/// written just before it commits. Repositories take a `Tx` to write, so that none of it can be
/// forgotten.
public final class Tx {
    private final Handle handle;
    private final Actor actor;
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<EventDraft> events = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Handle handle, Actor actor) {
        this.handle = handle;
        this.actor = actor;
    }

    /// The transaction's connection.
    public Handle handle() {
        return handle;
    }

    /// Who does this.
    public Actor actor() {
        return actor;
    }

    /// Adds a line to the audit.
    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    /// Adds something to tell after commit.
    public void event(EventDraft event) {
        events.add(event);
    }

    /// Runs after a successful commit, on the same thread.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<AuditEntry> auditEntries() {
        return audit;
    }

    List<EventDraft> events() {
        return events;
    }

    List<Runnable> afterCommitActions() {
        return afterCommit;
    }
}
