package trastienda.desktop.confrontas;

import trastienda.desktop.platform.transfer.Held;
import trastienda.desktop.platform.transfer.TransferQueue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes in what was dropped or chosen. Reads the disk, which may be one far away: never on the FX
/// thread.
final class Dropped {
    private Dropped() {}

    static Held hold(TransferQueue queue, Path file) throws IOException, DropProblem {
        if (Files.isDirectory(file)) {
            throw new DropProblem(DropProblem.Kind.FOLDER);
        }
        return queue.hold(file);
    }
}
