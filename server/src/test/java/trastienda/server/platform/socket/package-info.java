/// Tests of the event socket on a whole server. Start at `EventsSocketTest`.
@NullMarked
package trastienda.server.platform.socket;

import org.jspecify.annotations.NullMarked;
