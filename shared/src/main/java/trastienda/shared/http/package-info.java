/// Paths, header names and the list envelope that server and desktop share. Start at `Paths`.
@NullMarked
package trastienda.shared.http;

import org.jspecify.annotations.NullMarked;
