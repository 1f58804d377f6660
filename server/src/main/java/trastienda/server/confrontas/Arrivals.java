package trastienda.server.confrontas;

import trastienda.server.platform.inspect.FileInspector;
import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.storage.StoragePolicy;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.InputStream;

/// A file from the wire to what may be kept: received whole, its checksum what the sender said, its
/// content what its name claims.
final class Arrivals {
    private final Receiver receiver;
    private final FileInspector inspector;

    Arrivals(Receiver receiver, FileInspector inspector) {
        this.receiver = receiver;
        this.inspector = inspector;
    }

    /// Takes the bytes; the caller closes what is received.
    ///
    /// @throws ProblemException `DEMASIADO_GRANDE`, `ARCHIVO_INVALIDO`, `SIN_ESPACIO`
    /// @throws IOException when the client went away
    Received receive(Upload upload, InputStream body) throws IOException {
        var received = receiver.receive(body, upload.campo(), StoragePolicy.CONFRONTAS.maxBytes());
        if (upload.sha256() != null && !upload.sha256().equals(received.sha256())) {
            received.close();
            throw refused(upload, Regla.ARCHIVO_CAMBIO);
        }
        return received;
    }

    /// Looks into a file that arrived.
    ///
    /// @throws ProblemException `ARCHIVO_INVALIDO`
    FileRow.Content inspect(Upload upload, Received received) {
        return switch (inspector.inspect(received.file(), upload.name().extension())) {
            case Verdict.Accepted(var contentType, var extension) ->
                    new FileRow.Content(
                            received.sha256(),
                            received.size(),
                            contentType,
                            upload.name().as(extension));
            case Verdict.Refused(var regla, var found) ->
                    throw regla == Regla.ARCHIVO_NO_ES_LO_QUE_DICE
                            ? refused(upload, regla, found)
                            : refused(upload, regla);
        };
    }

    private static ProblemException refused(Upload upload, Regla regla, Object... found) {
        return ProblemException.field(ProblemCode.ARCHIVO_INVALIDO, upload.campo(), regla, found);
    }
}
