package trastienda.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// The libraries of one of our jars: those its class path names. The `lib` folder beside it also
/// keeps, until the next `clean`, what an earlier build put there and this one has no use for.
public final class Libraries {
    private Libraries() {}

    /// In the order of their names.
    ///
    /// @throws IOException when the jar cannot be read, or one that it names is not there
    public static List<Path> of(Path jar) throws IOException {
        var libraries =
                Arrays.stream(classPath(jar).split(" "))
                        .filter(name -> name.startsWith("lib/"))
                        .map(jar::resolveSibling)
                        .sorted()
                        .toList();
        for (var library : libraries) {
            if (!Files.isRegularFile(library)) {
                throw new IOException("not there, build again: " + library);
            }
        }
        return libraries;
    }

    private static String classPath(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var named =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null ? "" : named;
        }
    }
}
