/// Paths, header names and the list envelope that server and desktop share: every route is written
/// down once, in `Paths`, and neither end spells one out itself. Start at `Paths` and `Page`.
@NullMarked
package trastienda.shared.http;

import org.jspecify.annotations.NullMarked;
