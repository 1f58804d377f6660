package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class OpenedFilesTest {
    @TempDir Path home;

    @Test
    void wipesItsCopiesWhenTheSessionEnds() throws IOException {
        Path copy;
        try (var session = OpenedFiles.start(home)) {
            copy = session.put("confronta.pdf", new byte[3]);
            assertThat(copy).exists();
            var folder = Files.getPosixFilePermissions(copy.getParent());
            assertThat(PosixFilePermissions.toString(folder)).isEqualTo("rwx------");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void wipesWhatACrashedSessionLeftAndNothingOfOneThatRuns() throws IOException {
        var crashed = Files.createDirectories(home.resolve("crashed/x"));
        Files.write(crashed.resolve("a.pdf"), new byte[1]);
        Files.write(home.resolve("crashed/.sesion"), new byte[0]);
        try (var running = OpenedFiles.start(home)) {
            assertThat(home.resolve("crashed")).doesNotExist();
            var copy = running.put("a.pdf", new byte[1]);
            try (var second = OpenedFiles.start(home)) {
                assertThat(copy).exists();
                assertThat(second.put("b.pdf", new byte[1])).exists();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'../../etc/passwd', '__.._etc_passwd'",
        "'C:\\x\\a.pdf', 'C__x_a.pdf'",
        "'--rm.pdf', '_rm.pdf'",
        "'a\u202Efdp.exe', 'a_fdp.exe'",
        "'confronta gómez.pdf', 'confronta gómez.pdf'",
        "'...', '_'",
    })
    void takesNoNameForAPath(String name, String harmless) {
        assertThat(OpenedFiles.harmless(name)).isEqualTo(harmless);
    }

    @Test
    void shortensALongNameAndKeepsItsExtension() {
        assertThat(OpenedFiles.harmless("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
    }
}
