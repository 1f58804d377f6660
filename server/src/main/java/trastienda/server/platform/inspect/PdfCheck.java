package trastienda.server.platform.inspect;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A PDF must be there to its end, open without a password, have at least one page whose content
/// can be read, and not too many.
final class PdfCheck {
    private static final String END = "%%EOF";

    /// Some programs write a little after the end; readers look for it in so many last bytes.
    private static final int TAIL = 1024;

    /// Some fill the last block with nothing.
    private static final int FILLING = 64 * 1024;

    private PdfCheck() {}

    static Verdict check(Path file, Accepted accepted) {
        try (var document = Loader.loadPDF(file.toFile())) {
            return hasItsEnd(file)
                    ? check(document, accepted)
                    : new Refused(Regla.ARCHIVO_DANADO, "no end");
        } catch (InvalidPasswordException locked) {
            return new Refused(Regla.ARCHIVO_CON_CLAVE, accepted.contentType());
        } catch (IOException | RuntimeException broken) {
            return new Refused(Regla.ARCHIVO_DANADO, broken.getClass().getSimpleName());
        }
    }

    /// Of one that was cut, PDFBox would mend what is left: fewer pages than were sent.
    private static boolean hasItsEnd(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var read = new byte[(int) Math.min(in.length(), FILLING)];
            in.seek(in.length() - read.length);
            in.readFully(read);
            // trim takes NUL bytes too
            var last = new String(read, StandardCharsets.ISO_8859_1).trim();
            return last.substring(Math.max(0, last.length() - TAIL)).contains(END);
        }
    }

    private static Verdict check(PDDocument document, Accepted accepted) {
        var pages = document.getNumberOfPages();
        if (pages > InspectionLimits.MAX_PAGES) {
            return new Refused(
                    Regla.PDF_CON_DEMASIADAS_PAGINAS, String.valueOf(InspectionLimits.MAX_PAGES));
        }
        var readable = 0;
        for (var page : document.getPages()) {
            if (isHuge(page.getMediaBox()) || hasHugeImage(page)) {
                return new Refused(Regla.ARCHIVO_BOMBA, accepted.contentType());
            }
            if (isReadable(page)) {
                readable++;
            }
        }
        if (PdfStreams.anyIsBomb(document)) {
            return new Refused(Regla.ARCHIVO_BOMBA, "unpacks without end");
        }
        return readable > 0 ? accepted : new Refused(Regla.ARCHIVO_DANADO, "no readable page");
    }

    /// A reader must paint the page to show it.
    private static boolean isHuge(PDRectangle page) {
        return Math.max(page.getWidth(), page.getHeight()) > InspectionLimits.MAX_PAGE_SIDE;
    }

    /// Reads the content through, so that one that unpacks without end shows itself here.
    private static boolean isReadable(PDPage page) {
        var contents = page.getCOSObject().getItem(COSName.CONTENTS);
        if (contents != null && !page.hasContents()) {
            return false;
        }
        try (var in = page.getContents()) {
            if (in != null) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return true;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean hasHugeImage(PDPage page) {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        var objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            return false;
        }
        for (var name : objects.keySet()) {
            if (objects.getDictionaryObject(name) instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && stream.getLong(COSName.WIDTH, 0) * stream.getLong(COSName.HEIGHT, 0)
                            > InspectionLimits.MAX_PDF_IMAGE_PIXELS) {
                return true;
            }
        }
        return false;
    }
}
