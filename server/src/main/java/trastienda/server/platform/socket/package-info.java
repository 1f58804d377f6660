/// The socket of events, `/ws/eventos/`: who may connect, which channels they hear, from which
/// event on, and when they are sent away (sign-out, a disabled account, a revoked key). Start at
/// `EventsSocket`.
@NullMarked
package trastienda.server.platform.socket;

import org.jspecify.annotations.NullMarked;
