/// Tests of the sales on a real PostgreSQL and through HTTP.
@NullMarked
package trastienda.server.ventas;

import org.jspecify.annotations.NullMarked;
