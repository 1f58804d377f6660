package trastienda.server.platform.inspect;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A pool of child processes that check files. A child starts when it is first needed, is killed at
/// the time limit, replaced after so many files or a crash, and let go when nothing comes for a
/// while. What a file breaks is a child, never the server.
public final class ProcessInspector implements FileInspector, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessInspector.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OUT_OF_MEMORY = 3;

    private final InspectionLimits limits;
    private final Class<?> child;
    private final Clock clock;
    private final Semaphore places;
    private final Deque<InspectorProcess> idle = new ArrayDeque<>();
    private final Set<InspectorProcess> all = new HashSet<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("inspector-watch").factory());
    private final ScheduledFuture<?> sweep;
    private boolean closed;

    public ProcessInspector(InspectionLimits limits, Clock clock) {
        this(limits, clock, InspectorChild.class);
    }

    ProcessInspector(InspectionLimits limits, Clock clock, Class<?> child) {
        this.limits = limits;
        this.child = child;
        this.clock = clock;
        this.places = new Semaphore(limits.processes(), true);
        var period = limits.idle().toMillis();
        this.sweep =
                watch.scheduleWithFixedDelay(
                        this::letIdleOnesGo, period, period, TimeUnit.MILLISECONDS);
    }

    /// @throws ProblemException when no child is free for a minute or starts, or the server is
    ///   stopping
    @Override
    public Verdict inspect(Path file, String extension) {
        try {
            if (Files.size(file) == 0) {
                return new Refused(Regla.ARCHIVO_VACIO, "");
            }
        } catch (IOException e) {
            return unable(e.getClass().getSimpleName());
        }
        if (!ArchivoLimits.TYPES.containsKey(extension)) {
            return new Refused(Regla.ARCHIVO_EXTENSION, extension);
        }
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.retry(ProblemCode.SOBRECARGA, Duration.ofSeconds(15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.retry(ProblemCode.SOBRECARGA, Duration.ofSeconds(5));
        }
        try {
            return inspectWithChild(file, extension);
        } catch (IOException e) {
            // our trouble, not the file's: who sent it tries again
            LOG.error("a file inspector did not start", e);
            throw ProblemException.retry(ProblemCode.SOBRECARGA, Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.retry(ProblemCode.SOBRECARGA, Duration.ofSeconds(5));
        } finally {
            places.release();
        }
    }

    private Verdict inspectWithChild(Path file, String extension)
            throws IOException, InterruptedException {
        var process = take();
        var late = new AtomicBoolean();
        var timer =
                watch.schedule(
                        () -> {
                            late.set(true);
                            process.kill();
                        },
                        limits.time().toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            var verdict = process.inspect(file, extension, clock.instant());
            if (timer.cancel(false)) {
                giveBack(process);
            } else {
                // it answered in time and is being killed: nobody else gets it
                drop(process);
            }
            return verdict;
        } catch (IOException died) {
            timer.cancel(false);
            process.kill();
            var code = process.exitCode();
            drop(process);
            if (late.get()) {
                LOG.warn("a file took longer than {} to inspect", limits.time());
                return unable("time");
            }
            if (code == OUT_OF_MEMORY) {
                LOG.warn("a file needed more than {} MiB to inspect", limits.heapMegabytes());
                return new Refused(Regla.ARCHIVO_BOMBA, "memory");
            }
            LOG.warn("a file inspector ended with code {}: {}", code, process.lastWords());
            return unable("exit " + code);
        }
    }

    private static Refused unable(String why) {
        return new Refused(Regla.ARCHIVO_NO_SE_PUDO_REVISAR, why);
    }

    private synchronized InspectorProcess take() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        while (!idle.isEmpty()) {
            var process = idle.pop();
            if (!process.isSpent(limits)) {
                return process;
            }
            drop(process);
        }
        var process = InspectorProcess.start(child, limits);
        all.add(process);
        return process;
    }

    private synchronized void giveBack(InspectorProcess process) {
        if (closed || process.isSpent(limits)) {
            drop(process);
        } else {
            idle.push(process);
        }
    }

    private synchronized void drop(InspectorProcess process) {
        all.remove(process);
        idle.remove(process);
        process.close();
    }

    private synchronized void letIdleOnesGo() {
        var before = clock.instant().minus(limits.idle());
        for (var process : Set.copyOf(idle)) {
            if (process.lastUsed().isBefore(before)) {
                drop(process);
            }
        }
    }

    /// The children alive, busy or not.
    synchronized Set<Long> pids() {
        var pids = new HashSet<Long>();
        all.forEach(process -> pids.add(process.pid()));
        return pids;
    }

    @Override
    public synchronized void close() {
        closed = true;
        sweep.cancel(false);
        watch.shutdown();
        for (var process : Set.copyOf(all)) {
            drop(process);
        }
    }
}
