package trastienda.server.platform.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/// The compressor's native code in a file of ours. Left to itself brotli4j unpacks it into a new
/// temporary folder at every start, and one that is killed leaves it there.
public final class BrotliLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(BrotliLibrary.class);
    private static final String WHERE = "brotli4j.library.path";
    private static final String FILE = System.mapLibraryName("brotli");

    private BrotliLibrary() {}

    /// Unpacks it into the folder, unless the same is there already, and has it used. To be called
    /// before anything is compressed. Where that cannot be done (a folder from which nothing may be
    /// run), brotli4j goes its own way.
    @SuppressWarnings("restricted")
    public static synchronized void in(Path folder) {
        if (System.getProperty(WHERE) != null) {
            return;
        }
        try {
            var file = folder.toAbsolutePath().resolve(FILE);
            unpack(file);
            System.load(file.toString());
            System.setProperty(WHERE, file.toString());
        } catch (IOException | UnsatisfiedLinkError failed) {
            LOG.warn("{} is unpacked elsewhere: {}", FILE, failed.getMessage());
        }
    }

    private static void unpack(Path file) throws IOException {
        var resource = "/lib/" + platform() + "/" + FILE;
        try (var in = Brotli4jLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no " + resource);
            }
            var wanted = in.readAllBytes();
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), wanted)) {
                return;
            }
            Files.createDirectories(file.getParent());
            var part = Files.createTempFile(file.getParent(), FILE, ".nuevo");
            try {
                Files.write(part, wanted);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /// As the jars of brotli4j name it.
    private static String platform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var cpu = System.getProperty("os.arch", "");
        var system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "osx" : "linux";
        return system + "-" + (cpu.equals("amd64") ? "x86_64" : cpu);
    }
}
