package trastienda.server.platform.db;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How documents, phones and NIPs stand in the audit and in history: `••••4050#1c0ffee1`. The tail
/// lets a person recognise the value, the keyed hash lets two entries be compared; neither gives
/// the value back, so that erasing a person later never breaks them.
public final class SensitiveValues {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 4;
    private static final int TAIL = 4;

    private final SecretKeySpec key;

    /// @param key of this installation, see [Secrets]
    public SensitiveValues(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// With this installation's key.
    public static SensitiveValues of(Database database) {
        return new SensitiveValues(Secrets.key(database, "valores_sensibles"));
    }

    /// The masked form; null stays null, empty stays empty. At most half of the value is its tail,
    /// and nothing of one shorter than six characters (a NIP).
    public @Nullable String mask(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        return masked(value) + "#" + HexFormat.of().formatHex(hash(value), 0, HASH_BYTES);
    }

    /// The part for the eye: `••••4050`.
    public static String masked(String value) {
        var points = value.codePoints().toArray();
        var shown = points.length < 6 ? 0 : Math.min(TAIL, points.length / 2);
        return "••••" + new String(points, points.length - shown, shown);
    }

    private byte[] hash(String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
