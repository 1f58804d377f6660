package trastienda.desktop.platform.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a program of the system with a line on its standard input; secrets never are arguments.
interface Command {
    Command SYSTEM = Command::start;

    /// What it printed, or empty when it does not exist, failed or took longer than five seconds.
    Optional<String> run(List<String> program, String input);

    private static Optional<String> start(List<String> program, String input) {
        try {
            var process =
                    new ProcessBuilder(program)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var output = process.getInputStream().readAllBytes();
            return process.exitValue() == 0
                    ? Optional.of(new String(output, StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
