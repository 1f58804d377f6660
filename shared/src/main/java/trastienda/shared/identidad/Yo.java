package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The signed-in person: who, what they may do, and whether they must choose a new password first.
///
/// @param ultimoEvento the number of the last event; what is asked for later shows it, so that
///   whoever hears the events after it misses nothing
public record Yo(
        long id,
        String username,
        String nombre,
        List<String> grupos,
        Set<String> permisos,
        boolean debeCambiarClave,
        @Nullable Instant sesionTermina,
        long ultimoEvento) {}
