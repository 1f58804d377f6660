package trastienda.server.platform.inspect;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.problem.Regla;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// The checks themselves, for one file. They read what a stranger wrote, so they run in a child
/// process only.
final class ContentCheck {
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String DOC = "application/msword";
    private static final String OLE = "application/x-ole-storage";
    private static final byte[] OLE_START = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /// What the file is, whatever its name says.
    Verdict check(Path file, String extension) throws IOException {
        if (Files.size(file) == 0) {
            return new Refused(Regla.ARCHIVO_VACIO, "");
        }
        var declared = ArchivoLimits.TYPES.get(extension);
        if (declared == null) {
            return new Refused(Regla.ARCHIVO_EXTENSION, extension);
        }
        var found = detect(file);
        return switch (found) {
            case "application/pdf" -> pdf(file, extension, declared);
            case "image/png" -> image(file, "png", extension, declared);
            case "image/jpeg" -> image(file, "jpg", extension, declared);
            case "application/zip", "application/x-tika-ooxml" ->
                    DOCX.equals(declared)
                            ? DocxCheck.check(file, "application/zip")
                            : other("application/zip");
            case OLE -> ole(file, extension, declared);
            default -> other(found);
        };
    }

    /// OLE2 files are told by their first bytes alone: what Tika adds is a guess at their content,
    /// which is read properly later.
    private String detect(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(OLE_START.length);
            if (Arrays.equals(in.readNBytes(OLE_START.length), OLE_START)) {
                return OLE;
            }
            in.reset();
            return types.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static Verdict pdf(Path file, String extension, String declared) {
        return "application/pdf".equals(declared)
                ? PdfCheck.check(file, new Accepted(declared, extension))
                : other("application/pdf");
    }

    private static Verdict image(Path file, String real, String extension, String declared) {
        if (!declared.startsWith("image/")) {
            return other("image/" + real);
        }
        var type = ArchivoLimits.TYPES.getOrDefault(real, declared);
        return ImageCheck.check(file, new Accepted(type, type.equals(declared) ? extension : real));
    }

    private static Verdict ole(Path file, String extension, String declared) {
        if (!DOC.equals(declared) && !DOCX.equals(declared)) {
            return other(OLE);
        }
        return DocCheck.check(file, new Accepted(declared, extension), DOC.equals(declared));
    }

    private static Verdict other(String found) {
        return new Refused(Regla.ARCHIVO_NO_ES_LO_QUE_DICE, found);
    }
}
