package trastienda.installers.demo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The start-up caches of the demo's programs. A program's first run leaves notes of what it
/// loaded; from them a process of its own makes the cache, once after each build, out of the way of
/// whatever else runs. One launcher at a time looks after them: another one started meanwhile uses
/// what is there and leaves nothing.
final class Caches implements AutoCloseable {
    /// Longer than any machine on which the demo is of use needs.
    private static final int MOST_SECONDS = 120;

    private final List<Turn> turn = new ArrayList<>();
    private final List<Program> programs;
    private final List<Process> makers = new ArrayList<>();
    private boolean stopped;

    private Caches(List<Program> programs) {
        this.programs = programs;
    }

    /// Takes the care of the caches in that folder, unless another launcher has it, and removes
    /// what was cut off or is of jars that are no longer these.
    static Caches of(Path folder, List<Program> programs) throws IOException {
        var caches = new Caches(programs);
        var taken = Turn.take(folder.resolve("turno.lock"));
        if (taken.isPresent()) {
            caches.turn.add(taken.get());
            for (var program : programs) {
                program.tidy();
            }
        }
        return caches;
    }

    /// Whether a run of the program is to leave notes.
    boolean wantsNotes(Program program) {
        return !turn.isEmpty() && !program.hasCache() && !program.hasNotes();
    }

    /// Whether there are notes to make a cache of.
    boolean pending() {
        return !turn.isEmpty()
                && programs.stream().anyMatch(program -> program.hasNotes() && !program.hasCache());
    }

    /// Makes all caches there are notes for, side by side; returns when they are made.
    void make() throws InterruptedException {
        var waiting = new ArrayList<Thread>();
        for (var program : programs) {
            if (!turn.isEmpty() && program.hasNotes() && !program.hasCache()) {
                waiting.add(Thread.startVirtualThread(() -> make(program)));
            }
        }
        for (var thread : waiting) {
            thread.join();
        }
    }

    private void make(Program program) {
        try {
            var process = start(program);
            if (process == null) {
                return;
            }
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            settle(program, process.exitValue() == 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was stopped keeps its notes for another time.
    private synchronized void settle(Program program, boolean made) throws IOException {
        if (!stopped) {
            program.settle(made);
        }
    }

    private synchronized @Nullable Process start(Program program) throws IOException {
        if (stopped) {
            return null;
        }
        var command = new ArrayList<String>();
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                && Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(program.making());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        makers.add(process);
        return process;
    }

    /// Stops what is being made; it is made another time.
    @Override
    public synchronized void close() throws IOException {
        stopped = true;
        makers.forEach(Process::destroyForcibly);
        for (var held : turn) {
            held.close();
        }
    }
}
