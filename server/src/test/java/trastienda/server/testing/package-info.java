/// What tests share: the embedded database, store and server, and things that fail on purpose.
/// Start at `TestStore`.
@NullMarked
package trastienda.server.testing;

import org.jspecify.annotations.NullMarked;
