package trastienda.server.platform.db;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An insert of rows that needs no answer. `sql` has `?` for each value and casts them itself;
/// values are text, arrays of text, or null.
public record Insert(String sql, List<@Nullable Object> values) {
    /// Nothing is written.
    public static final Insert NONE = new Insert("", List.of());
}
