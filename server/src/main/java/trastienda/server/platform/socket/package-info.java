/// The socket of events, `/ws/eventos/`: who may connect, which channels they hear, and when they
/// are sent away. Start at `EventsSocket`.
@NullMarked
package trastienda.server.platform.socket;

import org.jspecify.annotations.NullMarked;
