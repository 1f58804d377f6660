package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The body that asks for a program's key: its name and the codes of what it may do.
public record LlaveNueva(@Nullable String nombre, @Nullable List<@Nullable String> permisos) {}
