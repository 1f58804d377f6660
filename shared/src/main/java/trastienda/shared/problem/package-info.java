/// The one vocabulary of errors: a problem (RFC 9457), its code, the rule each field broke. The
/// server writes it, the desktop turns it into words. Start at `Problem`.
@NullMarked
package trastienda.shared.problem;

import org.jspecify.annotations.NullMarked;
