package trastienda.server.platform.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;

import java.util.function.Consumer;
import java.util.function.Function;

/// One named PostgreSQL data source: reading, and writing inside a [Tx].
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Jdbi jdbi;
    private final AuditSink audit;
    private final EventSink events;

    public Database(Jdbi jdbi, AuditSink audit, EventSink events) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.events = events;
    }

    /// Reads on one connection, outside any transaction.
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /// Writes what is nobody's doing, without audit and events, each statement by itself: signs of
    /// life, leases, partitions.
    public <T> T alone(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /// Does the work in one transaction: its audit entries and events are written last, then it
    /// commits; a failure undoes all of it.
    public <T> T write(Actor actor, Function<Tx, T> work) {
        var done =
                jdbi.inTransaction(
                        handle -> {
                            var tx = new Tx(handle, actor);
                            var result = work.apply(tx);
                            LastStatements.of(tx, audit, events).runAndCommit(handle);
                            return new Done<>(tx, result);
                        });
        if (!done.tx.events().isEmpty()) {
            afterwards(events::committed);
        }
        done.tx.afterCommitActions().forEach(Database::afterwards);
        return done.result;
    }

    /// What is committed is answered as done, whatever fails after it.
    private static void afterwards(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            LOG.error("something after a commit failed", failed);
        }
    }

    /// As [#write], for work without a result.
    public void run(Actor actor, Consumer<Tx> work) {
        write(
                actor,
                tx -> {
                    work.accept(tx);
                    return true;
                });
    }

    private record Done<T>(Tx tx, T result) {}
}
