package trastienda.desktop.platform.transfer;

import trastienda.shared.confrontas.ArchivoVenta;

import java.io.IOException;
import java.io.InputStream;

/// Sends one file to the server and waits for its answer.
public interface Sender {
    /// @throws trastienda.shared.problem.ProblemException when the server answers with a problem
    /// @throws IOException when it cannot be reached or the way was cut
    ArchivoVenta send(Transfer transfer, Content content, Cancellation cancellation)
            throws IOException;

    /// The bytes; a client that has to start over opens them again.
    interface Content {
        /// The file from its first byte.
        InputStream open() throws IOException;
    }
}
