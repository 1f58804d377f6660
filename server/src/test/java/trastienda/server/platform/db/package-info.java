/// Pools, migrations, roles and the embedded server, tried on a real PostgreSQL.
@NullMarked
package trastienda.server.platform.db;

import org.jspecify.annotations.NullMarked;
