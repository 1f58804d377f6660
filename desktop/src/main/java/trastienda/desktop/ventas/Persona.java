package trastienda.desktop.ventas;

/// An agent by id and name.
public record Persona(long id, String nombre) {}
