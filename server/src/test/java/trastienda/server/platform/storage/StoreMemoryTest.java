package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.PutStorm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// 64 files of 10 MB on their way at once, client and embedded store in one process: they must be
/// streamed, or 128 MiB of heap would not do.
@Tag("full")
final class StoreMemoryTest {
    @TempDir Path folder;

    @Test
    void sixtyFourUploadsAtOnceNeedLittleMemory() throws Exception {
        var process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx128m",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        PutStorm.class.getName(),
                                        folder.toString(),
                                        "64",
                                        "64"))
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).describedAs(said).isZero();
        assertThat(said).contains("heap=");
    }
}
