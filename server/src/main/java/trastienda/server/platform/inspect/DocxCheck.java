package trastienda.server.platform.inspect;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A DOCX is a zip with its list of content types and its relationships, one of which leads to a
/// Word document that is well-formed XML (ECMA-376, part 2). No part may be there twice: programs
/// differ in which they read. What it unpacks to is counted, not believed.
final class DocxCheck {
    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONS = "_rels/.rels";
    private static final String WORD = "/wordprocessingml/";

    /// Both kinds of DOCX, transitional and strict, name the relationship so.
    private static final String LEADS_TO_DOCUMENT = "/relationships/officeDocument";

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
        var relations = zip.getEntry(RELATIONS);
        var names = new HashSet<String>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!names.add(entry.getName())) {
                return new Refused(Regla.ARCHIVO_DANADO, "part twice");
            }
            try (var in = counted(zip, entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (types == null || relations == null) {
            return new Refused(Regla.ARCHIVO_NO_ES_LO_QUE_DICE, found);
        }
        read(zip, types);
        var target = read(zip, relations).document;
        var document = target == null ? null : zip.getEntry(target);
        if (document == null || !read(zip, document).isWordDocument()) {
            return new Refused(Regla.ARCHIVO_NO_ES_LO_QUE_DICE, found);
        }
        return new Accepted(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    }

    /// What matters here of a part: its root, and the document a relationship leads to.
    private record Part(String root, String namespace, @Nullable String document) {
        boolean isWordDocument() {
            return root.equals("document") && namespace.contains(WORD);
        }
    }

    private static Part read(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var reader = factory.createXMLStreamReader(in);
            reader.nextTag();
            var root = reader.getLocalName();
            var namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
            String document = null;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Relationship")
                        && word(reader, "Type").endsWith(LEADS_TO_DOCUMENT)) {
                    document = word(reader, "Target").replaceFirst("^/", "");
                }
            }
            reader.close();
            return new Part(root, namespace, document);
        }
    }

    private static String word(XMLStreamReader element, String attribute) {
        return Objects.requireNonNullElse(element.getAttributeValue(null, attribute), "");
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
