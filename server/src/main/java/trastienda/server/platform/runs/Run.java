package trastienda.server.platform.runs;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/// One run as it stands. `hechas` and `fallidas` count rows, of `total`.
public record Run(
        long id,
        String tipo,
        String carril,
        JsonNode parametros,
        EstadoCorrida estado,
        long total,
        long hechas,
        long fallidas,
        boolean cancelar,
        String quien,
        @Nullable Instant terminada,
        @Nullable String error) {}
