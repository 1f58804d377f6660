package trastienda.server.testing;

import java.util.Collection;
import java.util.Locale;

/// What benchmarks share: their line, and ways to measure on a machine that does other things too.
public final class Bench {
    private Bench() {}

    /// Prints a figure against its limit.
    public static void line(String name, double value, double limit, double bar) {
        line(name, value, limit, value / limit, bar);
    }

    /// Prints a figure against another of the same run.
    public static void line(String name, double value, double baseline, double ratio, double bar) {
        System.out.printf(
                Locale.ROOT,
                "BENCH %s value=%.1f baseline=%.1f ratio=%.3f bar=%.2f%n",
                name,
                value,
                baseline,
                ratio,
                bar);
    }

    /// The least of some milliseconds.
    public static double best(int times, Runnable work) {
        var best = Double.MAX_VALUE;
        for (int n = 0; n < times; n++) {
            var start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    /// The value below which that share of them lies.
    public static double percentile(Collection<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
