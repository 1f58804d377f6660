/// Who acts: the principal of a request or job and where it came from. Features implement
/// `Authenticator`. Start at `Principal`.
@NullMarked
package trastienda.server.platform.auth;

import org.jspecify.annotations.NullMarked;
