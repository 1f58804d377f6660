/// A key is used once.
@NullMarked
package trastienda.server.platform.idempotency;

import org.jspecify.annotations.NullMarked;
