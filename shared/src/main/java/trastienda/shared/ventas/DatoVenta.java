package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

/// One sensitive value that somebody asked to see.
public record DatoVenta(String campo, @Nullable String valor) {}
