package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// One entry of a sale's history: who did what, when, and field by field from what to what.
public record CambioVenta(
        long id,
        Instant cuando,
        @Nullable Long quienId,
        String quien,
        String accion,
        List<CambioCampo> cambios,
        @Nullable String motivo) {}
