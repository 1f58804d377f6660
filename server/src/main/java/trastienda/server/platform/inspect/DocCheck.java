package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.nio.file.Path;

/// A DOC is an OLE2 file with a `WordDocument` stream that starts like one. A DOCX locked with a
/// password is an OLE2 file too, with an `EncryptedPackage`.
final class DocCheck {
    private static final int FIB_MAGIC = 0xA5EC;
    private static final int FIB_FLAGS = 10;
    private static final int FLAG_ENCRYPTED = 0x0100;

    private DocCheck() {}

    static Verdict check(Path file, Accepted accepted, boolean doc) {
        try (var ole = OleFile.open(file)) {
            if (ole.has("EncryptedPackage")) {
                return new Refused(Regla.ARCHIVO_CON_CLAVE, accepted.contentType());
            }
            if (!doc || !ole.has("WordDocument")) {
                return new Refused(Regla.ARCHIVO_NO_ES_LO_QUE_DICE, "application/x-ole-storage");
            }
            var start = ole.read("WordDocument", FIB_FLAGS + 2);
            if ((start.getShort(0) & 0xffff) != FIB_MAGIC) {
                return new Refused(Regla.ARCHIVO_DANADO, "no Word header");
            }
            if ((start.getShort(FIB_FLAGS) & FLAG_ENCRYPTED) != 0) {
                return new Refused(Regla.ARCHIVO_CON_CLAVE, accepted.contentType());
            }
            ole.requireWhole();
            return accepted;
        } catch (IOException | RuntimeException broken) {
            return new Refused(Regla.ARCHIVO_DANADO, broken.getClass().getSimpleName());
        }
    }
}
