package trastienda.server.platform.inspect;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The texts and the colour profile of a PNG are compressed beside its pixels, and whoever shows
/// the image may unpack them: they are unpacked here first, into nothing (PNG, third edition,
/// 11.3).
final class PngTexts {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final Set<String> COMPRESSED = Set.of("zTXt", "iTXt", "iCCP");

    private PngTexts() {}

    /// Whether one unpacks beyond [InspectionLimits#MAX_PNG_TEXT].
    static boolean areBomb(Path png) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
            in.skipNBytes(SIGNATURE);
            while (true) {
                var length = in.readInt();
                var type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (COMPRESSED.contains(type)) {
                    if (unpacked(type, in.readNBytes(length)) > InspectionLimits.MAX_PNG_TEXT) {
                        return true;
                    }
                    in.skipNBytes(CHECKSUM);
                } else {
                    in.skipNBytes(Integer.toUnsignedLong(length) + CHECKSUM);
                }
            }
        } catch (EOFException end) {
            return false;
        }
    }

    /// The bytes the chunk unpacks to, not far beyond the limit; 0 when it is not compressed.
    private static long unpacked(String type, byte[] chunk) {
        var start = start(type, chunk);
        try (var inflater = new Inflater()) {
            inflater.setInput(chunk, start, chunk.length - start);
            var sink = new byte[1 << 16];
            var total = 0L;
            while (!inflater.finished() && total <= InspectionLimits.MAX_PNG_TEXT) {
                var more = inflater.inflate(sink);
                if (more == 0) {
                    break;
                }
                total += more;
            }
            return total;
        } catch (DataFormatException plain) {
            return 0;
        }
    }

    /// Where the compressed bytes begin: after the keyword and the method; an international text
    /// has a flag, a method, a language and a translated keyword before.
    private static int start(String type, byte[] chunk) {
        var at = after(chunk, 0);
        if (!type.equals("iTXt")) {
            return Math.min(chunk.length, at + 1);
        }
        return after(chunk, after(chunk, Math.min(chunk.length, at + 2)));
    }

    /// The place after the next NUL, or the end.
    private static int after(byte[] chunk, int from) {
        var at = from;
        while (at < chunk.length && chunk[at] != 0) {
            at++;
        }
        return Math.min(chunk.length, at + 1);
    }
}
