/// Who acts: the principal of a request or job, what they may do, and where it came from. Every
/// unit of work carries an `Actor`, from which the audit writes who did it. Features implement
/// `Authenticator`. Start at `Principal`.
@NullMarked
package trastienda.server.platform.auth;

import org.jspecify.annotations.NullMarked;
