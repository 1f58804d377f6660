package trastienda.server.confrontas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoded UTF-8 (RFC 3986), as file names and reasons travel in headers. A `+` is a plus.
final class PercentText {
    private static final String UNRESERVED = "-._~";

    private PercentText() {}

    /// The text, or empty when it is not percent-encoded UTF-8.
    static Optional<String> decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var at = 0; at < encoded.length(); at++) {
            var character = encoded.charAt(at);
            if (character == '%') {
                if (at + 2 >= encoded.length()) {
                    return Optional.empty();
                }
                var high = Character.digit(encoded.charAt(at + 1), 16);
                var low = Character.digit(encoded.charAt(at + 2), 16);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                at += 2;
            } else {
                // a header's bytes arrive as ISO 8859-1: UTF-8 sent bare is put together again
                bytes.write(character > 0xFF ? '?' : character);
            }
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString();
            return Optional.of(text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /// The text for a header of ours.
    static String encode(String text) {
        var encoded = new StringBuilder(text.length() * 3);
        for (var unit : text.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (unit & 0xFF);
            if (character < 0x80
                    && (Character.isLetterOrDigit(character)
                            || UNRESERVED.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(unit >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(unit & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
