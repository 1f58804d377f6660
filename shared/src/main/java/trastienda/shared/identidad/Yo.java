package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The signed-in person: who, what they may do, and whether they must choose a new password first.
public record Yo(
        long id,
        String username,
        String nombre,
        List<String> grupos,
        Set<String> permisos,
        boolean debeCambiarClave,
        @Nullable Instant sesionTermina) {}
