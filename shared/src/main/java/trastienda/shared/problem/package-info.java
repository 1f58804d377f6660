/// The one vocabulary of errors: a problem (RFC 9457), its code with its status, the rule each
/// field broke. The server writes it, the desktop turns it into words; a new refusal begins with a
/// new `ProblemCode` or `Regla`. Start at `Problem`.
@NullMarked
package trastienda.shared.problem;

import org.jspecify.annotations.NullMarked;
