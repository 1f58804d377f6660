package trastienda.server.platform.db;

import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;

/// Audit, events or the commit itself were refused: nothing of the unit of work is kept, unless the
/// connection broke, when nobody knows.
public final class CommitException extends JdbiException {
    private static final long serialVersionUID = 1L;

    CommitException(SQLException cause) {
        super("the unit of work was not committed", cause);
    }
}
