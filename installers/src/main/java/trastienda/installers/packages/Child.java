package trastienda.installers.packages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program that is started, worked with, and asked to end.
final class Child implements AutoCloseable {
    private static final int READY_SECONDS = 120;
    private static final int END_SECONDS = 180;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param log takes what it says on standard error
    static Child start(List<String> command, Map<String, String> variables, Path log)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        Surroundings.only(builder, variables);
        return new Child(builder.start(), log);
    }

    /// Waits until it says a line that begins so, and returns the rest of that line.
    String says(String beginning) throws IOException, InterruptedException {
        var heard = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> listen(beginning, heard));
        try {
            return heard.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException never) {
            throw new IOException(
                    "a program did not say \"" + beginning + "\"; what it said is in " + log,
                    never);
        }
    }

    /// Goes on reading after the line was heard, so that the program never waits for us.
    private void listen(String beginning, CompletableFuture<String> heard) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(beginning)) {
                    heard.complete(line.substring(beginning.length()).strip());
                }
            }
            heard.completeExceptionally(new IOException("it ended"));
        } catch (IOException | UncheckedIOException ended) {
            heard.completeExceptionally(ended);
        }
    }

    long pid() {
        return process.pid();
    }

    /// Asks it to end and waits until it has, its cache written.
    void end() throws IOException, InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("a program did not end; what it said is in " + log);
        }
    }

    /// What is left of it when something failed; in good order, for it has children of its own.
    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
