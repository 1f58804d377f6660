package trastienda.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A jar of nothing but a class path.
public final class BareJar {
    private BareJar() {}

    /// Writes one that names these libraries, separated by spaces.
    public static Path naming(Path jar, String libraries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
