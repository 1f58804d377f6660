package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

/// One field of a change; a sensitive value is masked.
public record CambioCampo(String campo, @Nullable String de, @Nullable String a) {}
