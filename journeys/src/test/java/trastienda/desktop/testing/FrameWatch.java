package trastienda.desktop.testing;

import javafx.animation.AnimationTimer;

import trastienda.desktop.platform.fx.Fx;

import java.util.ArrayList;
import java.util.List;

/// Watches the FX thread: how long each pulse holds it (styles, layout, and handing the picture to
/// the renderer), seen by somebody who asks for the thread when the pulse begins and gets it when
/// it is over; and the time from each pulse to the next, which also counts the wait for the
/// screen's beat. Made, started and stopped on that thread.
public final class FrameWatch extends AnimationTimer {
    private final List<Double> lengths = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private long last;

    @Override
    public void handle(long pulse) {
        var now = System.nanoTime();
        if (last != 0) {
            distances.add((now - last) / 1e6);
        }
        last = now;
        Fx.later(() -> lengths.add((System.nanoTime() - now) / 1e6));
    }

    /// Milliseconds below which that share of the pulses' lengths lies.
    public double length(double share) {
        return percentile(lengths, share);
    }

    /// Milliseconds below which that share of the times between pulses lies.
    public double distance(double share) {
        return percentile(distances, share);
    }

    private static double percentile(List<Double> all, double share) {
        var sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
