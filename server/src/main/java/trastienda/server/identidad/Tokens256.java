package trastienda.server.identidad;

import java.security.SecureRandom;
import java.util.Base64;

/// Opaque tokens of 256 random bits. Only their SHA-256 is ever stored.
final class Tokens256 {
    private final SecureRandom random = new SecureRandom();

    String next() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
