package trastienda.server.demo;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Rows on their way into a table by COPY, PostgreSQL's fastest, in its text format.
final class CopyRows {
    private final String table;
    private final List<String> columns;
    private final StringBuilder text = new StringBuilder(1 << 20);

    CopyRows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Adds a row; as many values as there are columns.
    void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table + ": " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(values[i]));
        }
        text.append('\n');
    }

    /// Sends them; returns how many rows were written.
    long send(Connection connection) {
        var sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            sql,
                            new ByteArrayInputStream(
                                    text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (SQLException refused) {
            throw new IllegalStateException("copy into " + table, refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String escaped(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case Collection<?> list -> array(list);
            default ->
                    value.toString()
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n");
        };
    }

    /// An array of plain words.
    private static String array(Collection<?> list) {
        return "{" + String.join(",", list.stream().map(Object::toString).toList()) + "}";
    }
}
