package trastienda.shared.identidad;

/// The body of a refresh.
public record RefreshToken(String refreshToken) {}
