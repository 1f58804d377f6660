package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an administrator writes of a person; a null field stays as it is. `clave` only when
/// creating.
public record UsuarioCambio(
        @Nullable String username,
        @Nullable String nombre,
        @Nullable String email,
        @Nullable Boolean activo,
        @Nullable List<String> grupos,
        @Nullable String clave) {}
