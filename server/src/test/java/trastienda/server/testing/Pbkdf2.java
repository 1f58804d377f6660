package trastienda.server.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Hashes as Django writes them.
public final class Pbkdf2 {
    private Pbkdf2() {}

    /// `pbkdf2_sha256$rounds$salt$hash`.
    public static String django(String password, String salt, int rounds) {
        try {
            var spec =
                    new PBEKeySpec(
                            password.toCharArray(),
                            salt.getBytes(StandardCharsets.UTF_8),
                            rounds,
                            256);
            var hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return "pbkdf2_sha256$%d$%s$%s"
                    .formatted(rounds, salt, Base64.getEncoder().encodeToString(hash));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
