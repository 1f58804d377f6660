package trastienda.server.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process of a test's own, with the test's class path. It lives for seconds: its code is
/// compiled soon, not well.
public final class ChildJava {
    private ChildJava() {}

    /// What starts it.
    ///
    /// @param options for Java, beside our own
    public static ProcessBuilder of(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
