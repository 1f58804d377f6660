/// The server's own start: `Main` reads the command line, `ServerApp` makes the platform and every
/// feature and wires them by hand. Features lie beside, what they stand on under `platform`. Start
/// at `ServerApp`.
@NullMarked
package trastienda.server;

import org.jspecify.annotations.NullMarked;
