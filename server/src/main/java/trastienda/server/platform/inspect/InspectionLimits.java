package trastienda.server.platform.inspect;

import java.time.Duration;

/// How much an inspection may cost: time for one file, heap of a child process in MiB, files before
/// a child is replaced, children at once, and how long an unused child is kept.
public record InspectionLimits(
        Duration time, int heapMegabytes, int filesPerProcess, int processes, Duration idle) {
    /// What the server uses.
    public static final InspectionLimits DEFAULT =
            new InspectionLimits(Duration.ofSeconds(20), 192, 200, 2, Duration.ofMinutes(5));

    /// Pages of a PDF.
    static final int MAX_PAGES = 500;

    /// Pixels of an image.
    static final long MAX_PIXELS = 50_000_000;

    /// Pixels of an image inside a PDF; scans in black and white are large.
    static final long MAX_PDF_IMAGE_PIXELS = 200_000_000;

    /// Side of a PDF's page in points: 200 inches, as far as the common readers go.
    static final float MAX_PAGE_SIDE = 14_400;

    /// Bytes one stream of a PDF may unpack to: an image of [#MAX_PDF_IMAGE_PIXELS] in shades.
    static final long MAX_STREAM = 200L << 20;

    /// Bytes a compressed text or colour profile of a PNG may unpack to.
    static final long MAX_PNG_TEXT = 8L << 20;

    /// Entries of a DOCX.
    static final int MAX_ENTRIES = 5_000;

    /// Bytes of a DOCX unpacked.
    static final long MAX_UNPACKED = 200L << 20;

    /// Unpacked size of a DOCX entry beyond which [#MAX_RATIO] counts.
    static final long RATIO_FROM = 4L << 20;

    /// How many times larger than packed an entry may be.
    static final long MAX_RATIO = 200;
}
