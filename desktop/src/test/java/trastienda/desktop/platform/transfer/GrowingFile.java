package trastienda.desktop.platform.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Appends to a file for as long as something else runs.
record GrowingFile(Path file) {
    void during(Callable<?> work) throws Exception {
        var stop = new AtomicBoolean();
        var started = new CountDownLatch(1);
        var writer =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                while (!stop.get()) {
                                    Files.write(file, new byte[1], StandardOpenOption.APPEND);
                                    started.countDown();
                                }
                            } catch (IOException gone) {
                                throw new UncheckedIOException(gone);
                            }
                        });
        started.await();
        try {
            work.call();
        } finally {
            stop.set(true);
            writer.join();
        }
    }
}
