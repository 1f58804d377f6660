package trastienda.server.operacion;

import trastienda.shared.operacion.Check;
import trastienda.shared.operacion.Health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Asks every dependency for a sign of life, all at once and none for longer than three seconds.
/// The answer is kept for a second, so that whoever asks often does not wear the dependencies out.
/// Without database or disk the server is down; without the store it is degraded, work goes on.
final class HealthChecks implements AutoCloseable {
    static final String OK = "ok";
    static final String WARNING = "warning";
    static final String DOWN = "down";

    private static final Set<String> NEEDED = Set.of("database", "disk");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofSeconds(1);

    /// What a dependency says: its state and a remark, empty for none.
    record Finding(String state, String remark) {
        static final Finding FINE = new Finding(OK, "");

        static Finding of(Check check) {
            var remark = check.detail();
            return new Finding(check.state(), remark == null ? "" : remark);
        }

        static Finding warning(String remark) {
            return new Finding(WARNING, remark);
        }
    }

    private final Map<String, Callable<Finding>> probes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Kept kept = new Kept(new Health(OK, Map.of()), 0, false);

    private record Kept(Health health, long at, boolean asked) {}

    /// @param probes in the order they are shown
    HealthChecks(Map<String, Callable<Finding>> probes) {
        this.probes = new LinkedHashMap<>(probes);
    }

    Health check() {
        var last = kept;
        if (last.asked && System.nanoTime() - last.at < KEPT.toNanos()) {
            return last.health;
        }
        asking.lock();
        try {
            last = kept;
            if (last.asked && System.nanoTime() - last.at < KEPT.toNanos()) {
                return last.health;
            }
            var health = ask();
            kept = new Kept(health, System.nanoTime(), true);
            return health;
        } finally {
            asking.unlock();
        }
    }

    private Health ask() {
        var started = System.nanoTime();
        var running = new LinkedHashMap<String, Future<Check>>();
        probes.forEach((name, probe) -> running.put(name, threads.submit(() -> timed(probe))));
        var checks = new LinkedHashMap<String, Check>();
        running.forEach((name, answer) -> checks.put(name, await(answer, started)));
        return new Health(status(checks), checks);
    }

    private static Check timed(Callable<Finding> probe) {
        var started = System.nanoTime();
        try {
            var found = probe.call();
            return check(found.state(), started, found.remark());
        } catch (Exception failed) {
            return check(DOWN, started, failed.getClass().getSimpleName());
        }
    }

    private static Check await(Future<Check> answer, long started) {
        try {
            var left = PATIENCE.toNanos() - (System.nanoTime() - started);
            return answer.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return check(DOWN, started, "no answer in " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return check(DOWN, started, "interrupted");
        } catch (ExecutionException failed) {
            return check(DOWN, started, failed.getClass().getSimpleName());
        }
    }

    private static Check check(String state, long started, String remark) {
        var ms = (System.nanoTime() - started) / 1_000_000;
        return new Check(state, ms, remark.isEmpty() ? null : remark);
    }

    static String status(Map<String, Check> checks) {
        var status = OK;
        for (var each : checks.entrySet()) {
            if (each.getValue().state().equals(DOWN)) {
                if (NEEDED.contains(each.getKey())) {
                    return DOWN;
                }
                status = "degraded";
            }
        }
        return status;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
