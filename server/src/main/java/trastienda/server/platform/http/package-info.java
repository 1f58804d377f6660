/// HTTP: the list of routes with the permission each needs, authentication, problems, paging,
/// limits, idempotency. Start at `Routes`.
@NullMarked
package trastienda.server.platform.http;

import org.jspecify.annotations.NullMarked;
