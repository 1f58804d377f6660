package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A program's key. `llave` is there once, in the answer that made it.
public record LlaveServicio(
        long id,
        String nombre,
        List<String> permisos,
        Instant creada,
        String creadaPor,
        boolean revocada,
        @Nullable String llave) {}
