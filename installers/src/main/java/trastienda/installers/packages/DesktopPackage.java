package trastienda.installers.packages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The desktop as an app image: a folder whose `bin/Trastienda` opens the window, with JavaFX
/// linked into its runtime.
final class DesktopPackage {
    private static final String NAME = "Trastienda";
    private static final String MAIN = "trastienda.desktop.Main";

    /// How it is run, by the app image's launcher and in training.
    static final List<String> FLAGS =
            Stream.concat(
                            Stream.of(
                                    "-XX:+UseSerialGC",
                                    "--enable-native-access=javafx.graphics",
                                    "-Xlog:disable",
                                    "-Xlog:all=error:stderr"),
                            JavaRuntime.BEST_COMPILER_LATER.stream())
                    .toList();

    private final Build build;

    DesktopPackage(Build build) {
        this.build = build;
    }

    /// Makes the app image.
    Path build() throws IOException, InterruptedException {
        var libraries = build.libraries("desktop");
        var javafx = libraries.stream().filter(DesktopPackage::javafx).toList();
        var input = build.fresh("desktop-input");
        Build.carry(libraries.stream().filter(jar -> !named(jar, "javafx-.*")).toList(), input);
        var jar = input.resolve("trastienda-desktop.jar");
        new PackedJar(build.jar("desktop"), List.of()).copyTo(jar);
        Trees.age(input, build.time());

        var runtime = build.fresh("desktop-runtime");
        JavaRuntime.desktop(javafx, runtime);
        var image = image(input, runtime);
        Files.copy(build.root().resolve("LICENSE"), image.resolve("LICENSE"));
        Trees.age(image, build.time());
        train(image);
        return image;
    }

    private Path image(Path input, Path runtime) throws IOException, InterruptedException {
        var image = build.target().resolve(NAME);
        Trees.delete(image);
        var arguments =
                new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--vendor", NAME));
        arguments.addAll(List.of("--app-version", build.version()));
        arguments.addAll(List.of("--input", input.toString()));
        arguments.addAll(List.of("--main-jar", "trastienda-desktop.jar", "--main-class", MAIN));
        arguments.addAll(List.of("--runtime-image", runtime.toString()));
        arguments.addAll(List.of("--dest", build.target().toString()));
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/trastienda.aot"));
        FLAGS.forEach(flag -> arguments.addAll(List.of("--java-options", flag)));
        Tools.jdk("jpackage", arguments);
        return image;
    }

    /// The command that runs it as the app image's launcher does.
    ///
    /// @param cache the option that names the cache, to write or to use
    /// @param more further options for Java
    static List<String> command(Path image, String cache, List<String> more) throws IOException {
        var command = new ArrayList<String>();
        command.add(image.resolve("lib/runtime/bin/java").toString());
        command.add(cache);
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath(image), MAIN));
        return command;
    }

    /// The class path the launcher was given, in its order: the cache knows its jars by it.
    static String classPath(Path image) throws IOException {
        var app = image.resolve("lib/app");
        var jars =
                Files.readAllLines(app.resolve(NAME + ".cfg")).stream()
                        .filter(line -> line.startsWith("app.classpath="))
                        .map(line -> line.substring(line.indexOf('=') + 1))
                        .map(jar -> jar.replace("$APPDIR", app.toString()))
                        .toList();
        return String.join(File.pathSeparator, jars);
    }

    static Path cache(Path image) {
        return image.resolve("lib/app/trastienda.aot");
    }

    /// Opens the sign-in screen once, at a server that answers what ours does.
    private void train(Path image) throws IOException, InterruptedException {
        var data = build.fresh("desktop-training");
        var log = data.resolveSibling("desktop-training.log");
        var headless =
                System.getenv("DISPLAY") == null
                        ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                        : List.<String>of();
        try (var server = StandIn.start(build.version())) {
            var variables =
                    Map.of(
                            "TRASTIENDA_SERVER_URL", server.url(),
                            "TRASTIENDA_DESKTOP_DATA", data.toString());
            var options = Stream.concat(headless.stream(), Stream.of(JavaRuntime.TRAINED)).toList();
            var command = command(image, "-XX:AOTCacheOutput=" + cache(image), options);
            try (var desktop = Child.start(command, variables, log)) {
                server.awaitDrawn();
                desktop.end();
            }
        }
        if (!Files.isRegularFile(cache(image))) {
            throw new IOException("no start-up cache was written; see " + log);
        }
        Trees.delete(data);
    }

    private static boolean javafx(Path jar) {
        return named(jar, "javafx-.*-linux\\.jar");
    }

    private static boolean named(Path jar, String pattern) {
        return jar.getFileName().toString().matches(pattern);
    }
}
