package trastienda.server.platform.db;

import trastienda.shared.hash.Sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The migrations' scripts as they lie on the class path, and one value for all of them.
final class Scripts {
    /// Where they lie.
    static final String FOLDER = "db/migration";

    private Scripts() {}

    /// SHA-256 of the names and contents of all scripts, in hexadecimal.
    static String fingerprint() {
        try {
            var digest = Sha256.digest();
            for (var script : all().entrySet()) {
                digest.update(script.getKey().getBytes(StandardCharsets.UTF_8));
                try (var in = new DigestInputStream(script.getValue().openStream(), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Sha256.hex(digest);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, URL> all() throws IOException {
        var loader = Objects.requireNonNull(Scripts.class.getClassLoader());
        var scripts = new TreeMap<String, URL>();
        for (var folder : Collections.list(loader.getResources(FOLDER))) {
            for (var name : names(folder)) {
                scripts.put(name, Objects.requireNonNull(loader.getResource(FOLDER + "/" + name)));
            }
        }
        return scripts;
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(".sql"))
                    .map(name -> name.substring(FOLDER.length() + 1))
                    .toList();
        }
        try (var files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
