package trastienda.server.identidad;

import com.password4j.Argon2Function;
import com.password4j.Password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What a comparison of passwords spends its time on.
interface Hashing {
    /// As the libraries do it.
    Hashing REAL =
            new Hashing() {
                @Override
                public boolean argon(String password, String hash) {
                    return Password.check(
                                    password.getBytes(StandardCharsets.UTF_8),
                                    hash.getBytes(StandardCharsets.US_ASCII))
                            .with(Argon2Function.getInstanceFromHash(hash));
                }

                @Override
                public byte[] pbkdf2(String password, byte[] salt, int rounds) {
                    try {
                        var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
                        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                                .generateSecret(spec)
                                .getEncoded();
                    } catch (GeneralSecurityException absent) {
                        throw new IllegalStateException("every Java has it", absent);
                    }
                }
            };

    /// Whether a password is that of an Argon2 hash, written `$argon2id$…`.
    boolean argon(String password, String hash);

    /// 256 bits by HMAC-SHA-256; `salt` not empty, `rounds` from 1.
    byte[] pbkdf2(String password, byte[] salt, int rounds);
}
