package trastienda.desktop.testing;

import javafx.animation.AnimationTimer;

import java.util.ArrayList;
import java.util.List;

/// Watches the FX thread: the time from each pulse to the next, which grows with whatever holds it
/// up. Made, started and stopped on that thread.
public final class FrameWatch extends AnimationTimer {
    private final List<Double> millis = new ArrayList<>();
    private long last;

    @Override
    public void handle(long pulse) {
        var now = System.nanoTime();
        if (last != 0) {
            millis.add((now - last) / 1e6);
        }
        last = now;
    }

    /// The times between pulses, in milliseconds, the longest last.
    public List<Double> sorted() {
        return millis.stream().sorted().toList();
    }

    /// The time below which that share of them lies.
    public double percentile(double share) {
        var sorted = sorted();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
