/// Lists of millions of rows behind a table that scrolls without pages: rows are fetched around
/// what is visible, from anchors the server gives, and forgotten again. Start at `SparseList`.
@NullMarked
package trastienda.desktop.platform.list;

import org.jspecify.annotations.NullMarked;
