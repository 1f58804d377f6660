package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class TreesTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-11-22T00:00:00Z"));

    @TempDir private Path folder;

    @Test
    void aZipKeepsPermissionsAndAgesAndIsTheSameEachTime() throws IOException {
        var tree = folder.resolve("tree");
        var program = Files.createDirectories(tree.resolve("bin")).resolve("program");
        Files.writeString(program, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(tree.resolve("LICENSE"), "words");
        Trees.age(tree, TIME);

        Trees.zip(tree, folder.resolve("a.zip"));
        Trees.zip(tree, folder.resolve("b.zip"));

        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
        var uri = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (var zip =
                FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"))) {
            var packed = zip.getPath("tree/bin/program");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(packed)))
                    .isEqualTo("rwxr-xr-x");
            var times = Files.readAttributes(packed, BasicFileAttributes.class);
            assertThat(
                            List.of(
                                    times.lastModifiedTime(),
                                    times.lastAccessTime(),
                                    times.creationTime()))
                    .containsOnly(TIME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11 amd64", "Mac OS X aarch64", "Linux aarch64"})
    void thePackagesOfOtherSystemsAreNotBuiltHere(String system) {
        assertThat(Packages.supported(system)).isFalse();
        assertThat(Packages.supported("Linux amd64")).isTrue();
    }
}
