package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/// A DOCX is a zip with its list of content types and a Word document that is well-formed XML. What
/// it unpacks to is counted, not believed.
final class DocxCheck {
    private static final String TYPES = "[Content_Types].xml";
    private static final String DOCUMENT = "word/document.xml";

    private long unpacked;

    private DocxCheck() {}

    static Verdict check(Path file, String found) {
        try (var zip = new ZipFile(file.toFile())) {
            return new DocxCheck().check(zip, found);
        } catch (Bomb bomb) {
            return new Refused(Regla.ARCHIVO_BOMBA, "unpacks without end");
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            return new Refused(Regla.ARCHIVO_DANADO, broken.getClass().getSimpleName());
        }
    }

    private Verdict check(ZipFile zip, String found) throws IOException, XMLStreamException {
        if (zip.size() > InspectionLimits.MAX_ENTRIES) {
            throw new Bomb(zip.size() + " entries");
        }
        var types = zip.getEntry(TYPES);
        var document = zip.getEntry(DOCUMENT);
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            try (var in = counted(zip, entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (types == null || document == null) {
            return new Refused(Regla.ARCHIVO_NO_ES_LO_QUE_DICE, found);
        }
        requireXml(zip, types);
        requireXml(zip, document);
        return new Accepted(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    }

    private static void requireXml(ZipFile zip, ZipEntry entry)
            throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        }
    }

    private InputStream counted(ZipFile zip, ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long here;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var read = super.read(buffer, offset, length);
                if (read > 0) {
                    here += read;
                    unpacked += read;
                    if (unpacked > InspectionLimits.MAX_UNPACKED || isSuspicious(here, entry)) {
                        throw new Bomb(unpacked + " bytes");
                    }
                }
                return read;
            }
        };
    }

    private static boolean isSuspicious(long bytes, ZipEntry entry) {
        return bytes > InspectionLimits.RATIO_FROM
                && bytes / Math.max(1, entry.getCompressedSize()) > InspectionLimits.MAX_RATIO;
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;

        Bomb(String message) {
            super(message);
        }
    }
}
