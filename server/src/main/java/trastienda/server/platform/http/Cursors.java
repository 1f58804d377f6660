package trastienda.server.platform.http;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import trastienda.shared.json.Json;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Cursors of lists: a small record as text that clients hand back unchanged. Signed, so that one
/// that was made up or altered is refused and never reaches a query.
public final class Cursors {
    private static final int SIGNATURE = 12;
    private static final int LONGEST = 2048;
    private final Mac keyed;

    /// @param key the same on every node
    public Cursors(byte[] key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    /// The record as a cursor.
    public String seal(Object content) {
        var payload = Json.mapper().writeValueAsBytes(content);
        var signed =
                ByteBuffer.allocate(SIGNATURE + payload.length)
                        .put(sign(payload))
                        .put(payload)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /// The record in a cursor, or null when it is not one of ours.
    public <T> @Nullable T open(String cursor, Class<T> type) {
        if (cursor.length() > LONGEST) {
            return null;
        }
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length <= SIGNATURE) {
                return null;
            }
            var payload = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
            var given = Arrays.copyOf(signed, SIGNATURE);
            return MessageDigest.isEqual(given, sign(payload))
                    ? Json.mapper().readValue(payload, type)
                    : null;
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return null;
        }
    }

    private byte[] sign(byte[] payload) {
        try {
            var mac = (Mac) keyed.clone();
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
        } catch (CloneNotSupportedException absent) {
            throw new IllegalStateException("Java's own HmacSHA256 can be copied", absent);
        }
    }
}
