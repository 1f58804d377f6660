package trastienda.installers.packages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

/// Builds the packages out of the jars in the modules' `target` folders.
public final class Packages {
    private Packages() {}

    /// `ROOT TARGET VERSION TIMESTAMP`: the clone, the folder the packages go to, the version they
    /// carry and the time their files carry.
    public static void main(String[] args) throws Exception {
        var system = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        if (!supported(system)) {
            System.out.println(
                    "The packages are built on Linux x86-64 only, and this is "
                            + system
                            + "; everything else of Trastienda builds here: ./mvnw verify");
            System.exit(1);
        }
        var build =
                new Build(
                        Path.of(args[0]).toAbsolutePath().normalize(),
                        Path.of(args[1]).toAbsolutePath().normalize(),
                        args[2],
                        FileTime.from(Instant.parse(args[3])));
        try {
            System.exit(run(build, System.out));
        } catch (IOException failed) {
            System.out.println("The packages could not be built: " + failed.getMessage());
            System.exit(1);
        }
    }

    static int run(Build build, PrintStream out) throws IOException, InterruptedException {
        var server = new ServerPackage(build);
        out.println("Server: " + server.zip(server.build()));
        out.println("Desktop: " + new DesktopPackage(build).build().resolve("bin/Trastienda"));
        return 0;
    }

    /// Whether the embedded PostgreSQL and the JavaFX that we carry run on that system.
    static boolean supported(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.equals("linux amd64") || name.equals("linux x86_64");
    }
}
