package trastienda.server.platform.db;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/// What a failure of the database means to who asked: the ones that pass are told apart from
/// mistakes of ours.
public final class SqlProblems {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private SqlProblems() {}

    /// The problem behind a failure, or empty when it is none that passes by itself. Looks through
    /// all causes.
    public static Optional<ProblemException> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                @Nullable ProblemException problem = problem(sql);
                if (problem != null) {
                    return Optional.of(problem);
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /// The SQLState behind a failure, or empty.
    public static String state(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
            cause = cause.getCause();
        }
        return "";
    }

    private static @Nullable ProblemException problem(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            // out of memory, of connections, of a configured limit
            case "53200", "53300", "53400" -> retry(ProblemCode.SOBRECARGA, SOON);
            // a statement or a wait for a lock took too long; a deadlock's loser
            case "57014", "55P03", "40P01", "40001" -> retry(ProblemCode.SOBRECARGA, SOON);
            // I/O error on the server's disk
            case "58030" -> retry(ProblemCode.SIN_ESPACIO, LATER);
            // shutting down, crashed, starting, read-only after a fail-over
            case "57P01", "57P02", "57P03", "57P05", "25006" ->
                    retry(ProblemCode.BASE_NO_DISPONIBLE, SOON);
            default -> {
                if (state.startsWith("53")) {
                    yield retry(ProblemCode.SIN_ESPACIO, LATER);
                }
                if (state.startsWith("08")) {
                    yield retry(ProblemCode.BASE_NO_DISPONIBLE, SOON);
                }
                if (failure instanceof SQLTransientConnectionException) {
                    // the pool gave nothing: with a cause the server is away, without we are many
                    yield retry(
                            failure.getCause() == null
                                    ? ProblemCode.SOBRECARGA
                                    : ProblemCode.BASE_NO_DISPONIBLE,
                            SOON);
                }
                yield null;
            }
        };
    }

    private static ProblemException retry(ProblemCode code, Duration after) {
        return ProblemException.retry(code, after);
    }
}
