package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

class PackedJarTest {
    @TempDir private Path folder;

    private Path jar;
    private Path packed;

    @BeforeEach
    void aJarOfOurs() throws IOException {
        jar = folder.resolve("ours.jar");
        packed = folder.resolve("packed.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/a.jar lib/b.jar");
        manifest.getMainAttributes().put(Attributes.Name.SEALED, "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var name : List.of("server/Main.class", "server/demo/Accounts.class")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    @Test
    void comesWithoutTheDemo() throws IOException {
        new PackedJar(jar, List.of("server/demo/")).copyTo(packed);

        try (var file = new JarFile(packed.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "server/Main.class");
            try (var bytes = file.getInputStream(file.getEntry("server/Main.class"))) {
                assertThat(bytes).hasContent("server/Main.class");
            }
        }
    }

    @Test
    void namesTheJarsBesideItAndSealsNothing() throws IOException {
        assertThat(PackedJar.needed(jar)).isTrue();

        new PackedJar(jar, List.of()).copyTo(packed);

        assertThat(PackedJar.needed(packed)).isFalse();
        try (var file = new JarFile(packed.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Class-Path"))
                    .isEqualTo("a.jar b.jar");
        }
    }

    @Test
    void isTheSameEachTime() throws IOException {
        var again = folder.resolve("again.jar");

        new PackedJar(jar, List.of()).copyTo(packed);
        new PackedJar(jar, List.of()).copyTo(again);

        assertThat(again).hasSameBinaryContentAs(packed);
    }
}
