/// Who is here: which principals have a socket on which node, told by heartbeats in the table
/// `presencia`. A node that falls silent is forgotten within 45 seconds, and its people with it.
/// Start at `Presence`.
@NullMarked
package trastienda.server.platform.presence;

import org.jspecify.annotations.NullMarked;
