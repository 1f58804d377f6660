package trastienda.shared.operacion;

import org.jspecify.annotations.Nullable;

/// One dependency: `state` ok, warning or down; milliseconds it took; a remark where there is one.
public record Check(String state, long ms, @Nullable String detail) {}
