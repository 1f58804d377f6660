package trastienda.shared.operacion;

import java.util.Map;

/// The answer of `/health/`: `status` is ok, degraded or down.
public record Health(String status, Map<String, Check> checks) {}
