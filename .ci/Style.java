import java.io.File;
import java.nio.file.attribute.FileTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format and Checkstyle on every Java source, on the JDK that runs this file.
/// `java .ci/Style.java check|format ROOT`; the jars are in ROOT/.ci/target/style.
public final class Style {
    public static void main(String[] args) throws Exception {
        var root = Path.of(args[1]).normalize();
        var jars = root.resolve(".ci/target/style").toString() + File.separator + "*";
        var stamp = root.resolve(".ci/target/style/" + args[0] + ".stamp");
        var since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp).toMillis() : 0;
        var began = FileTime.fromMillis(System.currentTimeMillis());
        // what was right at the last run and was not touched since is right still
        var sources = sources(root).stream().filter(file -> file.toFile().lastModified() >= since
                || root.resolve(".ci/checkstyle.xml").toFile().lastModified() >= since).toList();
        if (sources.isEmpty()) {
            return;
        }
        var list = Files.write(root.resolve(".ci/target/style/sources.txt"), sources.stream().map(Path::toString).toList());
        var format = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars));
        for (var part : List.of("api", "code", "file", "main", "parser", "tree", "util")) {
            format.addAll(List.of("--add-exports", "jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED"));
        }
        format.addAll(List.of("com.google.googlejavaformat.java.Main", "--aosp"));
        format.addAll(args[0].equals("format") ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        format.add("@" + list);
        var formatting = start(format);
        if (args[0].equals("format")) {
            formatting.waitFor();
        }
        var check = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars,
                "com.puppycrawl.tools.checkstyle.Main", "-c", root.resolve(".ci/checkstyle.xml").toString()));
        sources.forEach(file -> check.add(file.toString()));
        var checking = start(check);
        if (formatting.waitFor() != 0) {
            checking.waitFor();
            fail("These files are not formatted: ./mvnw -pl .ci validate -Dstyle.action=format");
        }
        if (checking.waitFor() != 0) {
            fail("Checkstyle found what STYLE does not allow");
        }
        if (!Files.exists(stamp)) {
            Files.createFile(stamp);
        }
        Files.setLastModifiedTime(stamp, began);
    }

    private static List<Path> sources(Path root) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : List.of("shared", "server", "desktop", "journeys", "installers")) {
            var src = root.resolve(module, "src");
            if (Files.isDirectory(src)) {
                try (Stream<Path> files = Files.walk(src)) {
                    files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
