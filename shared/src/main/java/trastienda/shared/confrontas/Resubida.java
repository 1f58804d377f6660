package trastienda.shared.confrontas;

import org.jspecify.annotations.Nullable;

/// The answer of the seed's resubir route.
public record Resubida(
        boolean success, @Nullable String message, @Nullable String url, @Nullable String error) {}
