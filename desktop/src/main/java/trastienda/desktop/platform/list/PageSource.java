package trastienda.desktop.platform.list;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Where the rows of a list come from. Both calls block and run off the FX thread.
public interface PageSource<T> {
    /// The rows that follow a cursor; null is the beginning.
    Slice<T> load(@Nullable String cursor, int size) throws Exception;

    /// Cursors to jump to, one every `every` rows.
    List<Anchor> anchors(int every) throws Exception;

    /// Some rows, the cursor of what follows them (null at the end), and how many the whole list
    /// has.
    record Slice<T>(List<T> rows, @Nullable String next, long count) {}

    /// The cursor of the rows from `row` on.
    record Anchor(long row, String cursor) {}
}
