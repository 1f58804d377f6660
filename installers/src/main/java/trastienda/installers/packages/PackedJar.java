package trastienda.installers.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A jar as a package carries it: its class path names jars beside it instead of in `lib/`, what
/// only the sources' demo needs is left out, and its packages are not sealed: the start-up cache
/// remembers where a sealed jar lay, and Java would refuse it in the folder it was moved to.
final class PackedJar {
    private final Path jar;
    private final List<String> without;

    /// @param without what the names of the entries begin with that are left out
    PackedJar(Path jar, List<String> without) {
        this.jar = jar;
        this.without = without;
    }

    /// Whether a package cannot take it as it is.
    static boolean needed(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return manifest != null
                    && manifest.getMainAttributes().containsKey(Attributes.Name.SEALED);
        }
    }

    void copyTo(Path target) throws IOException {
        try (var from = new JarFile(jar.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(target))) {
            var manifest = beside(from.getManifest());
            for (var entry : from.stream().toList()) {
                var name = entry.getName();
                if (without.stream().anyMatch(name::startsWith)) {
                    continue;
                }
                var copy = new ZipEntry(name);
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    to.write(manifest);
                } else {
                    try (InputStream bytes = from.getInputStream(entry)) {
                        bytes.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
    }

    private static byte[] beside(Manifest manifest) throws IOException {
        var own = manifest.getMainAttributes();
        own.remove(Attributes.Name.SEALED);
        var path = own.getValue(Attributes.Name.CLASS_PATH);
        if (path != null) {
            own.put(
                    Attributes.Name.CLASS_PATH,
                    Arrays.stream(path.split(" "))
                            .map(name -> name.substring(name.lastIndexOf('/') + 1))
                            .collect(Collectors.joining(" ")));
        }
        var bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
