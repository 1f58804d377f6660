/// The audit is appended to and never changed.
@NullMarked
package trastienda.server.auditoria;

import org.jspecify.annotations.NullMarked;
