package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A person as administrators see them.
public record Usuario(
        long id,
        String username,
        String nombre,
        String email,
        boolean activo,
        List<String> grupos,
        @Nullable Instant ultimoIngreso,
        boolean bloqueado,
        Instant creado) {}
