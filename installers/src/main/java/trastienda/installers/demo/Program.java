package trastienda.installers.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/// One of our two programs as it lies in a module's `target`: its jar, the `lib` folder beside it,
/// and the start-up cache that its first run leaves for the next ones.
record Program(String name, Path jar, Path caches, String mainClass, List<String> flags) {
    static Program server(Path root) {
        return new Program(
                "server",
                root.resolve("server/target/trastienda-server.jar"),
                root.resolve(".trastienda/aot"),
                "trastienda.server.Main",
                List.of("-Xmx512m"));
    }

    static Program desktop(Path root) {
        return new Program(
                "desktop",
                root.resolve("desktop/target/trastienda-desktop.jar"),
                root.resolve(".trastienda/aot"),
                "trastienda.desktop.Main",
                List.of(
                        "--add-modules",
                        "javafx.controls,javafx.fxml",
                        "--enable-native-access=javafx.graphics"));
    }

    boolean built() {
        return Files.isRegularFile(jar);
    }

    /// The command that starts it as a child of this process.
    List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        var modules = libraries().stream().filter(Program::javafx).filter(Program::filled).toList();
        if (!modules.isEmpty()) {
            command.addAll(List.of("-p", joined(modules)));
        }
        var cache = cache();
        if (Files.isRegularFile(cache)) {
            command.add("-XX:AOTCache=" + cache);
        } else {
            command.add("-XX:AOTCacheOutput=" + unfinished());
        }
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-cp", joined(classPath()), ParentWatch.class.getName(), mainClass));
        return command;
    }

    /// Whether the next end of the program writes a start-up cache, which takes some seconds.
    boolean trains() {
        return !Files.isRegularFile(cache());
    }

    /// Takes the cache that the last run left, and removes those of jars that are no longer these.
    /// Java keeps its notes beside a cache until that is whole: with them it was cut off.
    void tidyCaches() throws IOException {
        Files.createDirectories(caches);
        var made = unfinished();
        if (Files.isRegularFile(made) && !Files.exists(Path.of(made + ".config"))) {
            Files.move(made, cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        try (var files = Files.list(caches)) {
            for (var file : files.toList()) {
                if (file.getFileName().toString().startsWith(name + "-") && !file.equals(cache())) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Where the cache is written; a run that is cut off must not leave half a one to the next.
    private Path unfinished() {
        return Path.of(cache() + ".nuevo");
    }

    private Path cache() {
        var sum = new CRC32C();
        sum.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
        var jars = new ArrayList<>(classPath());
        jars.addAll(libraries());
        for (var file : jars) {
            try {
                var seen = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                sum.update(seen.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return caches.resolve(
                name + "-" + HexFormat.of().toHexDigits((int) sum.getValue()) + ".aot");
    }

    private List<Path> classPath() {
        var path = new ArrayList<Path>();
        path.add(jar);
        path.add(ownJar());
        libraries().stream().filter(library -> !javafx(library)).forEach(path::add);
        return path;
    }

    private List<Path> libraries() {
        try (var files = Files.list(jar.resolveSibling("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Path ownJar() {
        return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /// JavaFX goes on the module path: the jars with this system's code; those without any are
    /// empty.

    private static boolean javafx(Path library) {
        return library.getFileName().toString().startsWith("javafx-");
    }

    private static boolean filled(Path library) {
        return library.getFileName().toString().matches(".*-(linux|win|mac).*");
    }

    private static String joined(List<Path> paths) {
        return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
