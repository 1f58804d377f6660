package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Reads columns the way other programs may have left them: ids of any integer type, text that is
/// null where ours is empty.
final class Rows {
    private Rows() {}

    static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null || value.isEmpty() ? null : value;
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var value = instantOrNull(row, column);
        return value == null ? Instant.EPOCH : value;
    }
}
