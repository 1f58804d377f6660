package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

@DisabledOnOs(OS.WINDOWS)
class SystemViewerTest {
    @TempDir private Path folder;

    @Test
    void saysThatAProgramIsNotThere() {
        assertThatThrownBy(() -> SystemViewer.open("no-such-viewer", folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysThatAProgramDidNotOpenIt() {
        assertThatThrownBy(() -> SystemViewer.open("false", folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 1");
    }

    @Test
    void isContentWithAProgramThatDid() {
        assertThatCode(() -> SystemViewer.open("true", folder)).doesNotThrowAnyException();
    }
}
