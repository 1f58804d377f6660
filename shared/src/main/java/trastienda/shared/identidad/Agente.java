package trastienda.shared.identidad;

/// A person as others see them in a filter.
public record Agente(long id, String username, String nombre) {}
