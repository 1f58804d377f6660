package trastienda.server.identidad;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Hashes of passwords: Argon2id (19 MiB, 2 rounds), written as Django's own `argon2$…` so that it
/// can read them. Django's `pbkdf2_sha256$…` is understood and marked for a new hash. At most four
/// are computed at once, so that sign-ins cannot take the server's memory.
final class Passwords {
    private static final String DJANGO = "argon2$";
    private static final String PBKDF2 = "pbkdf2_sha256$";
    private static final int MOST_ROUNDS = 5_000_000;
    private static final Duration WAIT = Duration.ofSeconds(10);

    /// Costs what a real one costs and matches nothing.
    private static final String DUMMY =
            DJANGO + "argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final Semaphore places = new Semaphore(4, true);
    private final SecureRandom random = new SecureRandom();

    /// What a comparison found.
    enum Match {
        NO,
        YES,
        /// Right, but the hash is an older kind: hash it again.
        OLD
    }

    String hash(String password) {
        return limited(
                () -> {
                    var salt = new byte[16];
                    random.nextBytes(salt);
                    return DJANGO
                            + Password.hash(password.getBytes(StandardCharsets.UTF_8))
                                    .addSalt(salt)
                                    .with(argon())
                                    .getResult()
                                    .substring(1);
                });
    }

    /// Compares; a null hash takes as long as a real one and never matches.
    Match check(String password, @Nullable String hash) {
        return limited(
                () -> {
                    if (hash == null) {
                        argon(password, DUMMY);
                        return Match.NO;
                    }
                    if (hash.startsWith(PBKDF2)) {
                        return pbkdf2(password, hash) ? Match.OLD : Match.NO;
                    }
                    return hash.startsWith(DJANGO) && argon(password, hash) ? Match.YES : Match.NO;
                });
    }

    /// Made at the first sign-in, not at the start: the library keeps 19 MiB for good with it.
    private static Argon2Function argon() {
        return Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    }

    private static boolean argon(String password, String hash) {
        var encoded = "$" + hash.substring(DJANGO.length());
        return Password.check(
                        password.getBytes(StandardCharsets.UTF_8),
                        encoded.getBytes(StandardCharsets.US_ASCII))
                .with(Argon2Function.getInstanceFromHash(encoded));
    }

    private static boolean pbkdf2(String password, String hash) {
        var parts = hash.split("\\$");
        if (parts.length != 4 || !parts[1].matches("[0-9]{1,8}")) {
            return false;
        }
        var rounds = Integer.parseInt(parts[1]);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            return false;
        }
        try {
            var salt = parts[2].getBytes(StandardCharsets.UTF_8);
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
            var computed =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return MessageDigest.isEqual(computed, Base64.getDecoder().decode(parts[3]));
        } catch (GeneralSecurityException | IllegalArgumentException notAHash) {
            return false;
        }
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.retry(ProblemCode.SOBRECARGA, WAIT);
            }
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw ProblemException.retry(ProblemCode.SOBRECARGA, WAIT);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
