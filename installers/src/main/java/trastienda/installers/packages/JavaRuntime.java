package trastienda.installers.packages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java runtime with the modules that a program needs and no others. `bin/java` is in it: it
/// trains the cache, and the server starts its file inspectors with it.
final class JavaRuntime {
    /// The best compiler later: on few processors it takes the start's time.
    static final List<String> BEST_COMPILER_LATER =
            List.of(
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=2400",
                    "-XX:Tier4CompileThreshold=60000",
                    "-XX:Tier4BackEdgeThreshold=160000");

    /// How far code is compiled while a cache is trained: the cache remembers it, and every start
    /// would do at once what the training came to in its time.
    static final String TRAINED = "-XX:TieredStopAtLevel=2";

    /// What `jdeps --print-module-deps` finds in the server and its libraries.
    private static final List<String> SERVER =
            List.of(
                    "java.desktop",
                    "java.instrument",
                    "java.naming",
                    "java.net.http",
                    "java.rmi",
                    "java.security.jgss",
                    "java.sql",
                    "jdk.httpserver",
                    "jdk.jfr",
                    "jdk.management",
                    "jdk.net",
                    "jdk.unsupported");

    /// The same for the desktop.
    private static final List<String> DESKTOP =
            List.of(
                    "java.desktop",
                    "java.naming",
                    "java.scripting",
                    "java.sql",
                    "jdk.unsupported",
                    "javafx.controls",
                    "javafx.fxml");

    /// What is found by name at run time: ciphers of TLS, signed-in proxies, the words of Spanish
    /// dates, zip file systems, who we are (the embedded PostgreSQL will not run as root), and
    /// `jcmd` for whoever has to look inside.
    private static final List<String> BY_NAME =
            List.of(
                    "java.management",
                    "java.security.jgss",
                    "jdk.charsets",
                    "jdk.crypto.ec",
                    "jdk.jcmd",
                    "jdk.localedata",
                    "jdk.security.auth",
                    "jdk.zipfs");

    private JavaRuntime() {}

    static void server(Path target) throws IOException, InterruptedException {
        link(SERVER, List.of(), target);
    }

    static void desktop(List<Path> javafx, Path target) throws IOException, InterruptedException {
        link(DESKTOP, javafx, target);
    }

    private static void link(List<String> modules, List<Path> modulePath, Path target)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(modules);
        all.addAll(BY_NAME);
        var arguments = new ArrayList<String>();
        if (!modulePath.isEmpty()) {
            var paths = modulePath.stream().map(Path::toString).toList();
            arguments.addAll(List.of("--module-path", String.join(File.pathSeparator, paths)));
        }
        arguments.addAll(
                List.of(
                        "--add-modules",
                        String.join(",", all),
                        "--include-locales=en,es",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        target.toString()));
        Tools.jdk("jlink", arguments);
    }
}
