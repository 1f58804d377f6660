package trastienda.shared.identidad;

/// The body of a change of password by its owner.
public record CambioClave(String actual, String nueva) {}
