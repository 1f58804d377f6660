package trastienda.shared.identidad;

/// The body of a sign-in.
public record Credenciales(String username, String password) {}
