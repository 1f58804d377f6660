package trastienda.desktop.platform.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a random 96-bit nonce in front of small messages, or a given one for frames.
final class Gcm {
    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /// Nonce and sealed message.
    static byte[] seal(SecretKey key, byte[] message, byte[] bound) {
        var nonce = random(NONCE);
        var sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, bound, message, message.length);
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    /// The message, or empty when it was not sealed with this key for this `bound`.
    static Optional<byte[]> open(SecretKey key, byte[] sealed, byte[] bound) {
        if (sealed.length < NONCE + TAG) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOf(sealed, NONCE);
        var rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return open(key, nonce, bound, rest, rest.length);
    }

    static Optional<byte[]> open(
            SecretKey key, byte[] nonce, byte[] bound, byte[] sealed, int length) {
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, 0, length));
        } catch (AEADBadTagException forged) {
            return Optional.empty();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES-GCM", absent);
        }
    }

    static byte[] seal(SecretKey key, byte[] nonce, byte[] bound, byte[] message, int length) {
        return crypt(Cipher.ENCRYPT_MODE, key, nonce, bound, message, length);
    }

    private static byte[] crypt(
            int mode, SecretKey key, byte[] nonce, byte[] bound, byte[] bytes, int length) {
        try {
            return cipher(mode, key, nonce, bound).doFinal(bytes, 0, length);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES-GCM", absent);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
