package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.ChildJava;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tried in a process of its own: a native library is loaded once.
@Tag("process")
class BrotliLibraryTest {
    @TempDir private Path data;
    @TempDir private Path temp;

    @Test
    void leavesNothingInTheTemporaryFolderHoweverItEnds() throws Exception {
        for (int start = 0; start < 3; start++) {
            assertThat(said()).isEqualTo("true");
            assertThat(temp).isEmptyDirectory();
            try (var files = Files.list(data)) {
                assertThat(files).containsExactly(data.resolve(System.mapLibraryName("brotli")));
            }
        }
    }

    @Test
    void replacesOneThatIsNotThisVersions() throws Exception {
        Files.writeString(data.resolve(System.mapLibraryName("brotli")), "old");
        assertThat(said()).isEqualTo("true");
        assertThat(temp).isEmptyDirectory();
    }

    private String said() throws Exception {
        var process =
                ChildJava.of(
                                List.of(
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:-UsePerfData",
                                        "-Djava.io.tmpdir=" + temp),
                                Unpacking.class,
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }

    /// Unpacks, compresses, and is cut off.
    static final class Unpacking {
        private Unpacking() {}

        public static void main(String[] folder) {
            BrotliLibrary.in(Path.of(folder[0]));
            System.out.println(Brotli4jLoader.isAvailable());
            Runtime.getRuntime().halt(0);
        }
    }
}
