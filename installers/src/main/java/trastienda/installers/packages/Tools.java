package trastienda.installers.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tools of the JDK that runs us, and other programs that do one thing and end.
final class Tools {
    private static final int LAST_LINES = 12;

    private Tools() {}

    /// Runs a tool of the JDK.
    static void jdk(String tool, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        run(command, Map.of(), "");
    }

    /// Runs a program and returns what it said.
    ///
    /// @param input what it reads from standard input
    /// @throws IOException with its last words when it does not end well
    static String run(List<String> command, Map<String, String> variables, String input)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Surroundings.only(builder, variables);
        var process = builder.start();
        try (var out = process.outputWriter()) {
            out.write(input);
        }
        String said;
        try (var in = process.inputReader()) {
            said = in.readAllAsString();
        }
        var code = process.waitFor();
        if (code != 0) {
            var lines = said.lines().toList();
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            throw new IOException(
                    Path.of(command.getFirst()).getFileName()
                            + " ended with "
                            + code
                            + ": "
                            + String.join("\n", last));
        }
        return said;
    }
}
