package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Reads `multipart/form-data` (RFC 7578) part by part from a stream, with one buffer: a part's
/// body is itself a stream, to be read before the next part is asked for.
final class MultipartReader {
    /// The body is not what its header promised.
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    /// One part: its field name, its file name if it is a file, its bytes.
    record Part(String name, @Nullable String fileName, InputStream body) {}

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 8 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;
    private boolean inBody;

    /// @param boundary from the Content-Type header, 1 to 70 characters
    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter may stand at the very beginning, without the line break before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
        inBody = true;
    }

    /// The boundary named in a Content-Type, or null when it is not a form with parts.
    static @Nullable String boundary(@Nullable String contentType) {
        if (contentType == null
                || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return null;
        }
        var boundary = parameters(contentType).get("boundary");
        return boundary == null || boundary.isEmpty() || boundary.length() > 70 ? null : boundary;
    }

    /// The next part, or null after the last.
    @Nullable Part next() throws IOException {
        if (inBody) {
            skipBody();
        }
        fill(2);
        if (to - from < 2) {
            throw new Malformed("it ends inside a boundary");
        }
        if (buffer[from] == '-' && buffer[from + 1] == '-') {
            return null;
        }
        if (!line().isBlank()) {
            throw new Malformed("text after a boundary");
        }
        return part(headers());
    }

    private Part part(Map<String, String> headers) throws IOException {
        var disposition = headers.get("content-disposition");
        if (disposition == null) {
            throw new Malformed("a part without Content-Disposition");
        }
        var parameters = parameters(disposition);
        var name = parameters.get("name");
        if (name == null) {
            throw new Malformed("a part without a name");
        }
        inBody = true;
        return new Part(name, fileName(parameters), new Body());
    }

    private static @Nullable String fileName(Map<String, String> parameters) throws Malformed {
        var extended = parameters.get("filename*");
        if (extended != null && extended.toUpperCase(Locale.ROOT).startsWith("UTF-8'")) {
            var encoded = extended.substring(extended.lastIndexOf('\'') + 1);
            return PercentText.decode(encoded)
                    .orElseThrow(() -> new Malformed("a file name that is not UTF-8"));
        }
        return parameters.get("filename");
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        var size = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            size += line.length();
            var colon = line.indexOf(':');
            if (colon < 1 || size > MAX_HEADERS) {
                throw new Malformed("headers of a part");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        for (var length = 0; length < MAX_HEADERS; length++) {
            fill(length + 2);
            if (to - from < length + 2) {
                throw new Malformed("it ends inside a part's headers");
            }
            if (buffer[from + length] == '\r' && buffer[from + length + 1] == '\n') {
                var line = new String(buffer, from, length, StandardCharsets.UTF_8);
                from += length + 2;
                return line;
            }
        }
        throw new Malformed("a header line without an end");
    }

    private void skipBody() throws IOException {
        var body = new Body();
        var waste = new byte[8 * 1024];
        while (body.read(waste, 0, waste.length) >= 0) {
            Objects.checkIndex(0, waste.length);
        }
    }

    /// Makes at least `wanted` bytes available from `from`, unless the stream ends before.
    private void fill(int wanted) throws IOException {
        if (to - from >= wanted || ended) {
            return;
        }
        if (from + Math.max(wanted, delimiter.length) > buffer.length) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        while (to - from < wanted && !ended) {
            var read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                ended = true;
            } else {
                to += read;
            }
        }
    }

    /// `a; b=c; d="e"` as a map of lower-case names; `\"` and `\\` are undone in quoted values.
    private static Map<String, String> parameters(String header) {
        var found = new HashMap<String, String>();
        var at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            var equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            var name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            var value = new StringBuilder();
            at = value(header, equals + 1, value);
            found.putIfAbsent(name, value.toString());
        }
        return found;
    }

    private static int value(String header, int start, StringBuilder value) {
        var at = start;
        var quoted = at < header.length() && header.charAt(at) == '"';
        if (quoted) {
            at++;
        }
        while (at < header.length()) {
            var character = header.charAt(at);
            if (quoted && character == '"') {
                var end = header.indexOf(';', at);
                return end < 0 ? header.length() : end;
            }
            if (!quoted && character == ';') {
                return at;
            }
            var escaped =
                    quoted
                            && character == '\\'
                            && at + 1 < header.length()
                            && (header.charAt(at + 1) == '"' || header.charAt(at + 1) == '\\');
            if (escaped) {
                at++;
                character = header.charAt(at);
            }
            value.append(character);
            at++;
        }
        return at;
    }

    private final class Body extends InputStream {
        private boolean done;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            var available = done ? 0 : available0();
            if (available == 0) {
                done = true;
                return -1;
            }
            var count = Math.min(length, available);
            System.arraycopy(buffer, from, target, offset, count);
            from += count;
            return count;
        }

        /// Bytes in the buffer that surely belong to the body; 0 once the delimiter was passed.
        private int available0() throws IOException {
            fill(delimiter.length);
            if (to - from < delimiter.length) {
                throw new Malformed("it ends inside a part");
            }
            var last = to - delimiter.length;
            for (var at = from; at <= last; at++) {
                if (isDelimiter(at)) {
                    if (at == from) {
                        from += delimiter.length;
                        inBody = false;
                        return 0;
                    }
                    return at - from;
                }
            }
            return last + 1 - from;
        }

        private boolean isDelimiter(int at) {
            for (var i = 0; i < delimiter.length; i++) {
                if (buffer[at + i] != delimiter[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
