/// HTTP: the list of routes with the permission each needs, authentication, problems, paging,
/// limits of size and time, entity tags, and the connector's own refusals. A feature declares its
/// routes with `Routes`; what happens before its handler is in `Gate`. Start at `Routes`.
@NullMarked
package trastienda.server.platform.http;

import org.jspecify.annotations.NullMarked;
