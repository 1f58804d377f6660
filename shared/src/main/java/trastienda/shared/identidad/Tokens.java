package trastienda.shared.identidad;

/// What a sign-in or a refresh answers; `expires_in` in seconds.
public record Tokens(String tokenType, long expiresIn, String accessToken, String refreshToken) {}
