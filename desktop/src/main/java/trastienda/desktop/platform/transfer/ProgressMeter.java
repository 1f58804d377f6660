package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Counts the bytes that leave and tells, at most ten times a second, how many, how fast and how
/// long it still takes.
final class ProgressMeter extends FilterInputStream {
    private static final long STEP_MILLIS = 100;
    private static final double NEWEST = 0.25;

    private final long size;
    private final Clock clock;
    private final Consumer<TransferState> told;
    private final Cancellation cancellation;
    private long sent;
    private long lastSent;
    private long lastMillis;
    private double speed;

    ProgressMeter(
            InputStream in,
            long size,
            Clock clock,
            Cancellation cancellation,
            Consumer<TransferState> told) {
        super(in);
        this.size = size;
        this.clock = clock;
        this.cancellation = cancellation;
        this.told = told;
        this.lastMillis = clock.millis();
    }

    @Override
    public int read() throws IOException {
        var value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) throws IOException {
        if (cancellation.cancelled()) {
            throw new IOException("cancelled");
        }
        if (bytes > 0) {
            sent += bytes;
        }
        if (sent >= size) {
            told.accept(new TransferState.Verifying());
            return;
        }
        var now = clock.millis();
        var passed = now - lastMillis;
        if (passed >= STEP_MILLIS) {
            var latest = (sent - lastSent) * 1000.0 / passed;
            speed = speed == 0 ? latest : NEWEST * latest + (1 - NEWEST) * speed;
            lastSent = sent;
            lastMillis = now;
            told.accept(new TransferState.Sending(sent, speed, left()));
        }
    }

    private @Nullable Duration left() {
        return speed < 1 ? null : Duration.ofMillis((long) ((size - sent) * 1000 / speed));
    }
}
