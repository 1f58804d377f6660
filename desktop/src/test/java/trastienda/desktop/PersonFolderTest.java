package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.api.ServerAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PersonFolderTest {
    private static final ServerAddress OFFICE =
            ServerAddress.parse("https://ventas.ejemplo.co").orElseThrow();
    private static final ServerAddress TRIAL =
            ServerAddress.parse("https://ventas.ejemplo.co:8443").orElseThrow();

    @TempDir private Path data;

    @Test
    void peopleOfTwoServersWithOneNumberHaveAFolderEach() throws IOException {
        var one = PersonFolder.of(data, OFFICE, 7);
        assertThat(PersonFolder.of(data, TRIAL, 7)).isNotEqualTo(one);
        assertThat(PersonFolder.of(data, OFFICE, 8)).isNotEqualTo(one);
        assertThat(PersonFolder.of(data, OFFICE, 7)).isEqualTo(one);
    }

    @Test
    void aFolderFromBeforeServersWereToldApartIsTakenAlongOnce() throws IOException {
        var former = Files.createDirectories(data.resolve("personas").resolve("7"));
        Files.writeString(former.resolve("llave"), "x");
        assertThat(PersonFolder.of(data, OFFICE, 7).resolve("llave")).hasContent("x");
        assertThat(former).doesNotExist();
        assertThat(PersonFolder.of(data, TRIAL, 7)).doesNotExist();
    }

    @Test
    void anAddressWithoutANameMakesAPlainFolderName() throws IOException {
        var local = ServerAddress.parse("http://[::1]:7070").orElseThrow();
        var folder = data.relativize(PersonFolder.of(data, local, 7));
        assertThat(folder.toString()).doesNotContain(":").endsWith("7");
    }
}
