/// What tests stand on: a real PostgreSQL (`TestDatabase`), a real store (`TestStore`), a whole
/// server (`TestServer`).
@NullMarked
package trastienda.server.testing;

import org.jspecify.annotations.NullMarked;
