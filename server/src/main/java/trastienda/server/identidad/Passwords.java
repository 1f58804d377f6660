package trastienda.server.identidad;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes of passwords: Argon2id, written as Django's own `argon2$…` so that it can read them.
/// Django's `pbkdf2_sha256$…` is understood and marked for a new hash. At most four are computed at
/// once, so that sign-ins cannot take the server's memory.
final class Passwords {
    private static final String DJANGO = "argon2$";
    private static final String PBKDF2 = "pbkdf2_sha256$";

    /// A hash of more is not compared with: it would hold a place for seconds.
    static final int MOST_ROUNDS = 5_000_000;

    private static final Duration WAIT = Duration.ofSeconds(10);

    private static final byte[] DUMMY_SALT = new byte[16];

    private final Hashing hashing;
    private final HashCost cost;

    /// Costs what a real one costs and matches nothing.
    private final String dummy;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places;
    private final Duration wait;

    Passwords(Hashing hashing, HashCost cost) {
        this(hashing, cost, 4, WAIT);
    }

    /// @param places so many are computed at once
    /// @param wait so long one waits for a place
    Passwords(Hashing hashing, HashCost cost, int places, Duration wait) {
        this.hashing = hashing;
        this.cost = cost;
        this.dummy =
                DJANGO
                        + "argon2id$v=19$"
                        + cost.parameters()
                        + "$"
                        + "A".repeat(22)
                        + "$"
                        + "A".repeat(43);
        this.places = new Semaphore(places, true);
        this.wait = wait;
    }

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

    /// Compares.
    Match check(String password, String hash) {
        return limited(() -> compare(password, hash));
    }

    /// Compares for someone who is not in yet. A failure costs the same whatever the hash is, or
    /// that there is none (null): one Argon2, and as many rounds as the most that an account still
    /// has. What matches costs no more than it must.
    Match checkAtTheDoor(String password, @Nullable String hash, int mostRounds) {
        return limited(
                () -> {
                    var match = hash == null ? Match.NO : compare(password, hash);
                    if (match == Match.NO) {
                        makeUp(password, hash == null ? "" : hash, mostRounds);
                    }
                    return match;
                });
    }

    private void makeUp(String password, String hash, int mostRounds) {
        if (!hash.startsWith(DJANGO)) {
            argon(password, dummy);
        }
        var left = mostRounds - rounds(hash);
        if (left > 0) {
            hashing.pbkdf2(password, DUMMY_SALT, left);
        }
    }

    private Match compare(String password, String hash) {
        if (hash.startsWith(PBKDF2)) {
            return pbkdf2(password, hash) ? Match.OLD : Match.NO;
        }
        return hash.startsWith(DJANGO) && argon(password, hash) ? Match.YES : Match.NO;
    }

    /// Made at the first sign-in, not at the start: the library keeps its memory for good with it.
    private Argon2Function argon() {
        return Argon2Function.getInstance(cost.kib(), cost.rounds(), 1, 32, Argon2.ID);
    }

    private boolean argon(String password, String hash) {
        return hashing.argon(password, "$" + hash.substring(DJANGO.length()));
    }

    private boolean pbkdf2(String password, String hash) {
        var rounds = rounds(hash);
        if (rounds == 0) {
            return false;
        }
        var parts = hash.split("\\$");
        var salt = parts[2].getBytes(StandardCharsets.UTF_8);
        var computed = hashing.pbkdf2(password, salt, rounds);
        try {
            return MessageDigest.isEqual(computed, Base64.getDecoder().decode(parts[3]));
        } catch (IllegalArgumentException notAHash) {
            return false;
        }
    }

    /// How many rounds comparing with a hash takes; 0 for one that we do not compare with.
    static int rounds(String hash) {
        var parts = hash.split("\\$");
        if (!hash.startsWith(PBKDF2)
                || parts.length != 4
                || parts[2].isEmpty()
                || !parts[1].matches("[0-9]{1,8}")) {
            return 0;
        }
        var rounds = Integer.parseInt(parts[1]);
        return rounds > MOST_ROUNDS ? 0 : rounds;
    }

    /// Does it in one of the places.
    ///
    /// @throws ProblemException `SOBRECARGA` when none was free in time
    <T> T limited(Supplier<T> work) {
        try {
            if (!places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
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
