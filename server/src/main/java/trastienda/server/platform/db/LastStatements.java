package trastienda.server.platform.db;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/// What ends a unit of work: audit, events, commit. They travel to the server together, in one
/// round trip instead of three; the commit is reached only when both inserts went well. Measured by
/// `EventsBench`.
record LastStatements(List<Insert> inserts) {
    /// Rows of one insert; more come in further ones, so that the number of different statements
    /// stays small.
    private static final int ROWS = 8;

    static LastStatements of(Tx tx, AuditSink audit, EventSink events) {
        var inserts = new ArrayList<Insert>();
        for (var entries : parts(tx.auditEntries())) {
            inserts.add(audit.insert(tx.actor(), entries));
        }
        for (var told : parts(tx.events())) {
            inserts.add(events.insert(told));
        }
        inserts.removeIf(Insert.NONE::equals);
        return new LastStatements(inserts);
    }

    /// Runs all but the last few by themselves, and those with the commit; the driver then finds
    /// the transaction ended. Without inserts it leaves the commit to who began it.
    void runAndCommit(Handle handle) {
        if (inserts.isEmpty()) {
            return;
        }
        var first = Math.max(0, inserts.size() - 2);
        for (var insert : inserts.subList(0, first)) {
            run(handle.getConnection(), List.of(insert), "");
        }
        run(handle.getConnection(), inserts.subList(first, inserts.size()), "; commit");
    }

    private static void run(Connection connection, List<Insert> inserts, String end) {
        var sql = String.join("; ", inserts.stream().map(Insert::sql).toList()) + end;
        try (var statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (var insert : inserts) {
                for (var value : insert.values()) {
                    bind(statement, index++, value);
                }
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new CommitException(failed);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case String text -> statement.setString(index, text);
            case String[] texts ->
                    statement.setArray(
                            index, statement.getConnection().createArrayOf("text", texts));
            default -> throw new IllegalArgumentException("neither text nor texts: " + value);
        }
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += ROWS) {
            parts.add(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
        return parts;
    }
}
