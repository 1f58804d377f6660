package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file, from `offset`, `length` bytes (RFC 9110, 14). Only one range at a time is
/// served; several are answered with the whole file, as the RFC allows.
record ByteRange(long offset, long length) {
    /// Nothing of the file lies in the range asked for.
    static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// The part that a Range header asks for; empty for all of it.
    static Optional<ByteRange> of(@Nullable String header, long size) {
        var matcher = ONE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            var last = Math.min(Long.parseLong(matcher.group(2)), size);
            return Optional.of(last == 0 ? UNSATISFIABLE : new ByteRange(size - last, last));
        }
        var from = Long.parseLong(matcher.group(1));
        var to =
                matcher.group(2).isEmpty()
                        ? size - 1
                        : Math.min(Long.parseLong(matcher.group(2)), size - 1);
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < from) {
            return Optional.empty();
        }
        return Optional.of(from >= size ? UNSATISFIABLE : new ByteRange(from, to - from + 1));
    }

    /// The Content-Range header of this part.
    String header(long size) {
        return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
    }
}
