package trastienda.server.platform.storage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// The header that names a download (RFC 6266, its `filename*` by RFC 5987), with a plain ASCII
/// name for programs that know no better.
public final class ContentDisposition {
    private static final String PLAIN =
            "!#$&+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private ContentDisposition() {}

    /// Saves the download under that name.
    public static String attachment(String fileName) {
        return "attachment; filename=\""
                + ascii(fileName)
                + "\"; filename*=UTF-8''"
                + percent(fileName);
    }

    private static String ascii(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(
                        c ->
                                plain.append(
                                        c < ' ' || c > '~' || "\"\\%/".indexOf(c) >= 0
                                                ? '_'
                                                : (char) c));
        return plain.toString();
    }

    private static String percent(String name) {
        var encoded = new StringBuilder();
        for (var each : name.getBytes(StandardCharsets.UTF_8)) {
            var c = each & 0xff;
            if (PLAIN.indexOf(c) >= 0) {
                encoded.append((char) c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        return encoded.toString();
    }
}
