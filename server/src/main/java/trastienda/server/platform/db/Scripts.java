package trastienda.server.platform.db;

import trastienda.shared.hash.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/// The migrations' scripts as they lie on the class path, and one value for all of them.
final class Scripts {
    /// Where they lie.
    static final String FOLDER = "db/migration";

    private static final String END = ".sql";

    private Scripts() {}

    /// One value of the names, lengths and check sums of all scripts, in hexadecimal. A jar has the
    /// check sums in its directory, so that nothing is read and unpacked at a start.
    static String fingerprint() {
        var loader = Objects.requireNonNull(Scripts.class.getClassLoader());
        var folder = Objects.requireNonNull(loader.getResource(FOLDER));
        try {
            var scripts =
                    folder.openConnection() instanceof JarURLConnection jar ? in(jar) : in(folder);
            return Sha256.hex(String.join("\n", scripts).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> in(JarURLConnection jar) throws IOException {
        return jar.getJarFile().stream()
                .filter(entry -> entry.getName().startsWith(FOLDER + "/"))
                .filter(entry -> entry.getName().endsWith(END))
                .map(
                        entry ->
                                line(
                                        entry.getName().substring(FOLDER.length() + 1),
                                        entry.getSize(),
                                        entry.getCrc()))
                .sorted()
                .toList();
    }

    private static List<String> in(URL folder) throws IOException {
        var scripts = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of(folder.toURI()), "*" + END)) {
            for (var file : files) {
                var bytes = Files.readAllBytes(file);
                var sum = new CRC32();
                sum.update(bytes);
                scripts.add(line(file.getFileName().toString(), bytes.length, sum.getValue()));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return scripts.stream().sorted().toList();
    }

    private static String line(String name, long size, long sum) {
        return name + " " + size + " " + Long.toHexString(sum);
    }
}
