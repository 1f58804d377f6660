/// What a server tells of itself: how its dependencies are (`/health/`), which version and protocol
/// it speaks, and the accounts of a demo (`/api/v1/version`). Start at `Health` and `VersionInfo`.
@NullMarked
package trastienda.shared.operacion;

import org.jspecify.annotations.NullMarked;
