package trastienda.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LibrariesTest {
    @TempDir private Path target;

    private Path jar;

    @BeforeEach
    void aJarThatNamesTwo() throws IOException {
        jar = BareJar.naming(target.resolve("ours.jar"), "lib/b-2.jar lib/a-1.jar");
        Files.createDirectory(target.resolve("lib"));
        Files.createFile(target.resolve("lib/b-2.jar"));
        Files.createFile(target.resolve("lib/a-1.jar"));
    }

    @Test
    void leavesOutWhatAnEarlierBuildPutThere() throws IOException {
        Files.createFile(target.resolve("lib/b-1.jar"));
        Files.createFile(target.resolve("lib/removed-3.jar"));

        assertThat(Libraries.of(jar))
                .containsExactly(target.resolve("lib/a-1.jar"), target.resolve("lib/b-2.jar"));
    }

    @Test
    void saysWhichOneIsNotThere() throws IOException {
        Files.delete(target.resolve("lib/a-1.jar"));

        assertThatThrownBy(() -> Libraries.of(jar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a-1.jar");
    }
}
