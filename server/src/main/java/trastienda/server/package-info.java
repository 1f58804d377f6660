/// The server's own start: `Main` reads the command line, `ServerApp` makes the platform and every
/// feature and wires them by hand. Start at `ServerApp`.
@NullMarked
package trastienda.server;

import org.jspecify.annotations.NullMarked;
