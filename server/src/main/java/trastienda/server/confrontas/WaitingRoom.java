package trastienda.server.confrontas;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Tx;
import trastienda.shared.hash.Sha256;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;

/// Files that wait for the object store: into PostgreSQL within the quota, and out again.
final class WaitingRoom {
    private static final Duration AGAIN_IN = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final Backoff backoff;
    private final long quota;

    /// @param quota most bytes that may wait
    WaitingRoom(Ledger ledger, Backoff backoff, long quota) {
        this.ledger = ledger;
        this.backoff = backoff;
        this.quota = quota;
    }

    /// Lets a file wait.
    ///
    /// @throws ProblemException `REPOSITORIO_NO_DISPONIBLE` with a time to come back when the quota
    ///   is used up
    FileRow enter(Actor actor, FileRow row, Path file, String reason) {
        return ledger.pending(
                actor,
                row,
                ledger.now().plus(backoff.after(1)),
                reason,
                (tx, id) -> write(tx, row, file));
    }

    private void write(Tx tx, FileRow row, Path file) {
        var waiting = ledger.chunks().waiting(tx);
        if (waiting + row.content().tamano() > quota) {
            throw ProblemException.retry(ProblemCode.REPOSITORIO_NO_DISPONIBLE, AGAIN_IN);
        }
        try (var in = Files.newInputStream(file)) {
            ledger.chunks().write(tx, row.id(), in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes a waiting file into `target`; false when its pieces are not what was handed in.
    boolean leave(FileRow row, TempFiles temp, Path target) throws IOException {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(temp.write(target), digest)) {
            for (var number = 0; ; number++) {
                var piece = piece(row, number);
                if (piece.length == 0) {
                    break;
                }
                out.write(piece);
            }
        }
        return Sha256.hex(digest).equals(row.content().sha256());
    }

    /// One piece, empty past the last.
    byte[] piece(FileRow row, int number) {
        return ledger.database()
                .read(handle -> ledger.chunks().read(handle, row.id(), number))
                .orElse(new byte[0]);
    }
}
