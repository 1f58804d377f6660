package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One child process. Used by one thread at a time.
final class InspectorProcess implements AutoCloseable {
    private static final Set<String> KEPT_VARIABLES =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TEMP", "SystemRoot");
    private static final int LAST_WORDS = 2_000;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final StringBuilder errors = new StringBuilder();
    private int files;
    private Instant lastUsed = Instant.MIN;

    private InspectorProcess(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        Thread.ofVirtual().name("inspector-errors").start(this::collectErrors);
    }

    /// Starts a child of that class with the same Java and classes, and none of our secrets.
    static InspectorProcess start(Class<?> main, InspectionLimits limits) throws IOException {
        var java =
                Path.of(
                        System.getProperty("java.home"),
                        "bin",
                        System.getProperty("os.name", "").startsWith("Windows")
                                ? "java.exe"
                                : "java");
        var builder =
                new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-Xmx" + limits.heapMegabytes() + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        return new InspectorProcess(builder.start());
    }

    /// Has the file checked.
    ///
    /// @throws IOException when the child died or was killed meanwhile
    Verdict inspect(Path file, String extension, Instant now) throws IOException {
        files++;
        lastUsed = now;
        requests.writeUTF(file.toAbsolutePath().toString());
        requests.writeUTF(extension);
        requests.flush();
        return Answers.read(answers);
    }

    boolean isSpent(InspectionLimits limits) {
        return files >= limits.filesPerProcess() || !process.isAlive();
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void kill() {
        process.destroyForcibly();
    }

    /// Waits for the end of a child that stopped answering.
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /// The end of what it wrote to standard error.
    String lastWords() {
        synchronized (errors) {
            return errors.substring(Math.max(0, errors.length() - LAST_WORDS));
        }
    }

    private void collectErrors() {
        try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
            }
        } catch (IOException | UncheckedIOException ended) {
            remember("(standard error closed)");
        }
    }

    private void remember(String line) {
        synchronized (errors) {
            errors.append(line).append('\n');
            if (errors.length() > 4 * LAST_WORDS) {
                errors.delete(0, errors.length() - LAST_WORDS);
            }
        }
    }

    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        }
        process.destroy();
    }
}
