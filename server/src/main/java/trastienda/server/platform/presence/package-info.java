/// Who is here: which principals have a socket on which node, told by heartbeats. Start at
/// `Presence`.
@NullMarked
package trastienda.server.platform.presence;

import org.jspecify.annotations.NullMarked;
