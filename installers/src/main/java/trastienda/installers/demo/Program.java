package trastienda.installers.demo;

import trastienda.installers.Libraries;

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
/// and its start-up cache with the notes that cache is made of.
record Program(String name, Path jar, Path caches, String mainClass, List<String> flags) {
    /// Ends by itself, by Ctrl+C, and asked to: Java writes its notes last in each.
    private static final List<Integer> WHOLE = List.of(0, 130, 143);

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
    ///
    /// @param notes whether this run is to leave what a cache is made of
    List<String> command(boolean notes) {
        var start = new ArrayList<String>();
        start.add("-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid());
        if (hasCache()) {
            start.add("-XX:AOTCache=" + cache());
        } else if (notes) {
            start.addAll(
                    List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + unfinishedNotes()));
        }
        return java(start);
    }

    /// The command that makes the cache of the notes.
    List<String> making() {
        return java(
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + notes(),
                        "-XX:AOTCache=" + unfinished()));
    }

    private List<String> java(List<String> start) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        var modules = libraries().stream().filter(Program::javafx).filter(Program::filled).toList();
        if (!modules.isEmpty()) {
            command.addAll(List.of("-p", joined(modules)));
        }
        command.addAll(start);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-cp", joined(classPath()), ParentWatch.class.getName(), mainClass));
        return command;
    }

    boolean hasCache() {
        return Files.isRegularFile(cache());
    }

    boolean hasNotes() {
        return Files.isRegularFile(notes());
    }

    /// Keeps the notes of a run that ended in good order; those of one that was cut off go.
    void ended(int exit) throws IOException {
        var written = unfinishedNotes();
        if (!Files.isRegularFile(written)) {
            return;
        }
        if (WHOLE.contains(exit) && Files.size(written) > 0) {
            Files.move(written, notes(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(written);
        }
    }

    /// Keeps the cache that was made, and takes the notes away, of which the next would be no
    /// better.
    void settle(boolean made) throws IOException {
        if (made && Files.isRegularFile(unfinished())) {
            Files.move(unfinished(), cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(unfinished());
        Files.deleteIfExists(notes());
    }

    /// Removes what was cut off, and what is of jars that are no longer these.
    void tidy() throws IOException {
        Files.createDirectories(caches);
        try (var files = Files.list(caches)) {
            for (var file : files.toList()) {
                if (file.getFileName().toString().startsWith(name + "-")
                        && !file.equals(cache())
                        && (!file.equals(notes()) || hasCache())) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path notes() {
        return Path.of(cache() + ".notas");
    }

    /// Where a run writes its notes; one that is cut off must not leave half of them to the next.
    private Path unfinishedNotes() {
        return Path.of(cache() + ".notas.nuevo");
    }

    /// Where the cache is written, for the same reason.
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
        try {
            return Libraries.of(jar);
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
