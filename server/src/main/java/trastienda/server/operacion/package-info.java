/// What an operator asks of the server: is it well, what does it measure, which version and routes
/// does it have, what did it write down. Routes `/health/`, `/metrics`, `/api/v1/version`,
/// `/openapi.json`, `/docs/`. Start at `OperacionFeature`.
@NullMarked
package trastienda.server.operacion;

import org.jspecify.annotations.NullMarked;
