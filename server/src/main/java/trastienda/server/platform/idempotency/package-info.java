/// The same request sent twice is done once: the answer is kept for seven days under the person's
/// key. Start at `Idempotency`.
@NullMarked
package trastienda.server.platform.idempotency;

import org.jspecify.annotations.NullMarked;
