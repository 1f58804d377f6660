package trastienda.server.platform.runs;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What became of one row of a run: `clave` names it (`venta:12`), `detalle` says why it failed.
public record RowResult(String clave, boolean bien, @Nullable Map<String, Object> detalle) {}
