package trastienda.server.operacion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import trastienda.server.testing.ChildJava;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tried in a process of its own: the log belongs to all of a process.
@Tag("process")
class LogFilesTest {
    @TempDir private Path folder;

    @Test
    void whatAMessageRepeatsNeverBeginsALineOfItsOwn() throws Exception {
        var process = ChildJava.of(List.of(), Saying.class, folder.toString()).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(folder.resolve("info.log")))
                .singleElement()
                .asString()
                .endsWith("refused by x | INFO forged line");
        assertThat(Files.readAllLines(folder.resolve("error.log")))
                .as("a stack keeps its lines")
                .hasSizeGreaterThan(1);
    }

    /// Says one line, and one failure.
    static final class Saying {
        private Saying() {}

        public static void main(String[] folder) {
            LogFiles.start(Path.of(folder[0]));
            var log = LoggerFactory.getLogger(Saying.class);
            log.info("refused by {}", "x\r\nINFO forged line");
            log.error("failed", new IllegalStateException("why"));
        }
    }
}
