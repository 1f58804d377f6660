/// The same request sent twice is done once: the answer is kept for seven days under the person's
/// key, with the checksum of what was asked, so that another request under the same key is refused.
/// Start at `Idempotency`.
@NullMarked
package trastienda.server.platform.idempotency;

import org.jspecify.annotations.NullMarked;
