package trastienda.server.operacion;

import trastienda.server.operacion.HealthChecks.Finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The signs of life of this machine: its disk and its memory; and how several remarks become one.
final class Probes {
    private static final long MIB = 1024L * 1024;
    private static final long DISK_DOWN = 64 * MIB;
    private static final long DISK_LOW = 1024 * MIB;

    private Probes() {}

    /// Room and the right to write in the folder.
    static Finding disk(Path folder) throws IOException {
        var at = Files.createDirectories(folder);
        var room = Files.getFileStore(at).getUsableSpace();
        if (room < DISK_DOWN || !Files.isWritable(at)) {
            return new Finding(HealthChecks.DOWN, room / MIB + " MiB free");
        }
        return room < DISK_LOW ? Finding.warning(room / MIB + " MiB free") : Finding.FINE;
    }

    /// Room on the heap after what is in use now.
    static Finding memory() {
        var runtime = Runtime.getRuntime();
        var used = runtime.totalMemory() - runtime.freeMemory();
        var most = runtime.maxMemory();
        return used > most / 100 * 95
                ? Finding.warning(used / MIB + " of " + most / MIB + " MiB in use")
                : Finding.FINE;
    }

    /// A warning with every remark that is not empty.
    static Finding remarks(List<Supplier<String>> remarks) {
        var said = new ArrayList<String>();
        for (var remark : remarks) {
            var text = remark.get();
            if (!text.isEmpty()) {
                said.add(text);
            }
        }
        return said.isEmpty() ? Finding.FINE : Finding.warning(String.join("; ", said));
    }
}
