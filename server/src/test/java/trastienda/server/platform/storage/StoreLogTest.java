package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/// What the store's log tells, and what it never tells.
final class StoreLogTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(StoreLog.LOGGER);

    @TempDir Path folder;

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void tellsEveryCallWithKeySizeTimeAndExpiryButNoSecret() throws IOException {
        var bucket = TestStore.freshBucket();
        var file = Files.writeString(folder.resolve("x"), "hola");
        var store = TestStore.store();

        store.put(TestStore.put(bucket, "confrontas/a", file, "text/plain"));
        var stat = store.stat(bucket, "confrontas/a");
        var link = store.presign(bucket, "confrontas/a", Duration.ofDays(1), "a.pdf", "text/plain");
        store.delete(bucket, "confrontas/a");

        var said =
                lines.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .collect(Collectors.joining("\n"));
        assertThat(stat).isPresent();
        assertThat(said)
                .containsPattern("put " + bucket + "/confrontas/a bytes=4 ms=\\d+")
                .containsPattern("stat " + bucket + "/confrontas/a .*ms=\\d+")
                .contains("link " + bucket + "/confrontas/a expires_s=86400")
                .containsPattern("delete " + bucket + "/confrontas/a .*ms=\\d+")
                .doesNotContain(TestStore.embedded().secretKey())
                .doesNotContain("Signature");
        assertThat(link.getQuery()).contains("X-Amz-Signature");
    }
}
