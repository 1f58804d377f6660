package trastienda.server.platform.inspect;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How far the streams of a PDF unpack, whichever reader unpacks them: every filter that is named
/// is gone through, also one named twice, which PDFBox itself would skip.
final class PdfStreams {
    /// What a filter makes of one byte at most; LZW makes the most.
    private static final long MOST_PER_BYTE = 2_800;

    /// Filters that yield bytes. The others are codecs of images, whose pixels are counted.
    private static final Set<COSName> UNPACKS =
            Set.of(
                    COSName.FLATE_DECODE,
                    COSName.FLATE_DECODE_ABBREVIATION,
                    COSName.LZW_DECODE,
                    COSName.LZW_DECODE_ABBREVIATION,
                    COSName.RUN_LENGTH_DECODE,
                    COSName.RUN_LENGTH_DECODE_ABBREVIATION,
                    COSName.ASCII85_DECODE,
                    COSName.ASCII85_DECODE_ABBREVIATION,
                    COSName.ASCII_HEX_DECODE,
                    COSName.ASCII_HEX_DECODE_ABBREVIATION);

    private PdfStreams() {}

    /// Whether a stream unpacks beyond [InspectionLimits#MAX_STREAM].
    static boolean anyIsBomb(PDDocument document) {
        var all = document.getDocument();
        // loading an object may add others that the table lacked
        for (var key : List.copyOf(all.getXrefTable().keySet())) {
            if (all.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && isBomb(stream)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBomb(COSStream stream) {
        var filters = filters(stream);
        if (stream.getLength() * Math.pow(MOST_PER_BYTE, filters.size())
                <= InspectionLimits.MAX_STREAM) {
            return false;
        }
        try {
            unpack(stream, filters);
            return false;
        } catch (TooLong bomb) {
            return true;
        } catch (IOException | RuntimeException broken) {
            // no reader gets further than this
            return false;
        }
    }

    /// The filters up to the first codec of images.
    private static List<COSName> filters(COSStream stream) {
        var names = new ArrayList<COSName>();
        switch (stream.getFilters()) {
            case COSName one -> names.add(one);
            case COSArray several ->
                    several.forEach(
                            it -> names.add(it instanceof COSName name ? name : COSName.CRYPT));
            case null, default -> {}
        }
        var unpacking = names.stream().takeWhile(UNPACKS::contains).toList();
        return List.copyOf(unpacking);
    }

    private static void unpack(COSStream stream, List<COSName> filters) throws IOException {
        try (var raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (var i = 0; i < filters.size(); i++) {
                var isLast = i == filters.size() - 1;
                var kept = new ByteArrayOutputStream();
                var sink = isLast ? OutputStream.nullOutputStream() : kept;
                FilterFactory.INSTANCE
                        .getFilter(filters.get(i))
                        .decode(in, new Bounded(sink, limit(isLast)), stream, i);
                in = new ByteArrayInputStream(kept.toByteArray());
            }
        }
    }

    /// What stands between two filters is held in memory, and nobody has reason for much of it.
    private static long limit(boolean isLast) {
        return isLast ? InspectionLimits.MAX_STREAM : InspectionLimits.MAX_STREAM / 8;
    }

    private static final class Bounded extends FilterOutputStream {
        private long left;

        Bounded(OutputStream out, long limit) {
            super(out);
            left = limit;
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.write(bytes, offset, length);
        }

        private void take(int length) throws TooLong {
            left -= length;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
