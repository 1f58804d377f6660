/// The way to the server: requests with the session's token, its renewal, and the socket of events.
/// Start at `ApiClient`.
@NullMarked
package trastienda.desktop.platform.api;

import org.jspecify.annotations.NullMarked;
