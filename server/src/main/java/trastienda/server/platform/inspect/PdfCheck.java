package trastienda.server.platform.inspect;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A PDF must open without a password, have at least one page whose content can be read, and not
/// too many.
final class PdfCheck {
    private PdfCheck() {}

    static Verdict check(Path file, Accepted accepted) {
        try (var document = Loader.loadPDF(file.toFile())) {
            return check(document, accepted);
        } catch (InvalidPasswordException locked) {
            return new Refused(Regla.ARCHIVO_CON_CLAVE, accepted.contentType());
        } catch (IOException | RuntimeException broken) {
            return new Refused(Regla.ARCHIVO_DANADO, broken.getClass().getSimpleName());
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
            if (hasHugeImage(page)) {
                return new Refused(Regla.ARCHIVO_BOMBA, accepted.contentType());
            }
            if (isReadable(page)) {
                readable++;
            }
        }
        return readable > 0 ? accepted : new Refused(Regla.ARCHIVO_DANADO, "no readable page");
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
