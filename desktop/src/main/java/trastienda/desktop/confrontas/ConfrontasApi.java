package trastienda.desktop.confrontas;

import trastienda.desktop.platform.transfer.Sender;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.Resubida;

import java.io.IOException;
import java.util.List;

/// The server's files of a sale. Every call blocks, throws `ProblemException` for an answer that is
/// a problem and `IOException` when there is no answer.
interface ConfrontasApi extends Sender {
    /// All files of a sale, the current one of each type and the older ones.
    List<ArchivoVenta> files(long ventaId) throws IOException;

    /// A file's bytes, their checksum compared with the file's.
    byte[] content(long ventaId, ArchivoVenta archivo) throws IOException;

    /// Deletes a file, with the reason.
    void delete(long ventaId, long archivoId, String motivo) throws IOException;

    /// Sends a waiting file to the object store now, or checks the one that is there.
    Resubida resubmit(long ventaId, String motivo) throws IOException;
}
