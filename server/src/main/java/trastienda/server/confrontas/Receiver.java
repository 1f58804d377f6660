package trastienda.server.confrontas;

import trastienda.shared.hash.Sha256;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HexFormat;

/// Takes a file off the wire into a temporary file, hashing on the way; never more than one buffer
/// of it is in memory. Refuses what is empty or over the limit as soon as that is known.
final class Receiver {
    private static final int BUFFER = 64 * 1024;

    private final TempFiles temp;

    Receiver(TempFiles temp) {
        this.temp = temp;
    }

    /// @param campo the field that problems name
    /// @param most the limit in bytes
    /// @throws IOException when the client went away
    Received receive(InputStream in, String campo, long most) throws IOException {
        var file = temp.create();
        var kept = false;
        try {
            var received = copy(in, file, campo, most);
            kept = true;
            return received;
        } finally {
            if (!kept) {
                temp.discard(file);
            }
        }
    }

    private Received copy(InputStream in, Path file, String campo, long most) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[BUFFER];
        var size = 0L;
        try (var out = opened(file)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                size += read;
                if (size > most) {
                    throw tooLarge(campo, most);
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
            closed(out);
        }
        if (size == 0) {
            throw empty(campo);
        }
        return new Received(temp, file, size, HexFormat.of().formatHex(digest.digest()));
    }

    private OutputStream opened(Path file) {
        try {
            return temp.write(file);
        } catch (IOException failure) {
            throw temp.full(failure);
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failure) {
            throw temp.full(failure);
        }
    }

    private void closed(OutputStream out) {
        try {
            out.close();
        } catch (IOException failure) {
            throw temp.full(failure);
        }
    }

    /// The answer to a file over the limit.
    static ProblemException tooLarge(String campo, long most) {
        return ProblemException.field(
                ProblemCode.DEMASIADO_GRANDE, campo, Regla.ARCHIVO_GRANDE, most);
    }

    /// The answer to a file of no bytes.
    static ProblemException empty(String campo) {
        return ProblemException.field(ProblemCode.ARCHIVO_INVALIDO, campo, Regla.ARCHIVO_VACIO);
    }
}
