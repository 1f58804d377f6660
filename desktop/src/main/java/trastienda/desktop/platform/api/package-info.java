/// The way to the server: one client for JSON and files, the session with its tokens, the socket of
/// events, the state of the connection, and the sealed list of what can go wrong. Start at
/// `ApiClient`.
@NullMarked
package trastienda.desktop.platform.api;

import org.jspecify.annotations.NullMarked;
