package trastienda.desktop.platform.transfer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.vault.Vault;
import trastienda.shared.problem.ProblemCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The files of one signed-in person on their way to the server. Opening the queue on the folder of
/// an earlier one takes up what that left: each file goes out again under its old key. Closing it
/// stops what is under way and forgets nothing.
public final class TransferQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferQueue.class);

    private final Spool spool;
    private final Journal journal;
    private final Attempts attempts;
    private final Clock clock;
    private final int parallel;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<Transfer>> listeners = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private final Map<String, Transfer> transfers = new LinkedHashMap<>();
    private final Map<String, Cancellation> cancellations = new HashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final List<String> line = new ArrayList<>();
    private int underWay;
    private boolean closed;
    private long kicks;

    /// Opens the queue of a vault and starts what waits in it.
    public TransferQueue(Vault vault, Sender sender, Clock clock, Pace pace) throws IOException {
        this.spool = new Spool(vault.folder("spool"));
        this.journal = new Journal(vault.folder("journal"));
        this.clock = clock;
        this.attempts = new Attempts(spool, sender, clock, pace);
        this.parallel = pace.parallel();
        takeUp();
    }

    private void takeUp() throws IOException {
        spool.folder().sweep();
        var files = new HashSet<>(spool.folder().names());
        for (var entry : journal.entries()) {
            var kept = files.remove(entry.id());
            var target = entry.target();
            if (!kept && entry.refused() == null) {
                journal.forget(entry.id());
            } else if (target == null) {
                held.put(entry.id(), entry.held());
            } else {
                var transfer = entry.transfer(target);
                transfers.put(transfer.id(), transfer);
                if (!transfer.state().ended()) {
                    start(transfer);
                }
            }
        }
        files.forEach(this::forget);
    }

    /// Copies a file into the spool. Runs as long as the copying takes: never on the FX thread.
    ///
    /// @throws trastienda.shared.problem.ProblemException when the file is not one that the server
    ///   takes, or changed
    public Held hold(Path file) throws IOException {
        return keep(spool.copy(file));
    }

    /// Copies bytes into the spool under a name, as [#hold(Path)].
    public Held hold(String name, InputStream content) throws IOException {
        return keep(spool.copy(name, content));
    }

    private Held keep(Held copy) {
        journal.keep(
                new TransferEntry(
                        copy.id(),
                        UUID.randomUUID().toString(),
                        null,
                        copy.name(),
                        copy.size(),
                        copy.sha256(),
                        clock.instant(),
                        null,
                        List.of()));
        synchronized (lock) {
            held.put(copy.id(), copy);
        }
        return copy;
    }

    /// A held file, when it is still there.
    public Optional<Held> held(String id) {
        synchronized (lock) {
            return Optional.ofNullable(held.get(id));
        }
    }

    /// The clear bytes of a file that is held or on its way, for a preview.
    public InputStream open(String id) throws IOException {
        return spool.open(id);
    }

    /// Drops a held file.
    public void release(String id) {
        synchronized (lock) {
            if (held.remove(id) == null) {
                return;
            }
        }
        forget(id);
    }

    /// Sends a held file on its way.
    public Transfer enqueue(Held file, Target target) {
        var transfer =
                new Transfer(
                        file.id(),
                        UUID.randomUUID().toString(),
                        target,
                        file.name(),
                        file.size(),
                        file.sha256(),
                        clock.instant(),
                        new TransferState.Waiting());
        journal.keep(TransferEntry.of(transfer));
        synchronized (lock) {
            held.remove(file.id());
            transfers.put(transfer.id(), transfer);
        }
        tell(transfer);
        start(transfer);
        return transfer;
    }

    /// What is on its way or ended since the queue was opened, oldest first.
    public List<Transfer> transfers() {
        synchronized (lock) {
            return List.copyOf(transfers.values());
        }
    }

    /// Told of every change, on the thread that made it. Run the answer to stop.
    public Runnable subscribe(Consumer<Transfer> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Stops a transfer and deletes its copy. One whose bytes are all at the server is left alone.
    public void cancel(String id) {
        Cancellation cancellation;
        synchronized (lock) {
            var transfer = transfers.get(id);
            if (transfer == null
                    || transfer.state().ended()
                    || transfer.state() instanceof TransferState.Verifying) {
                return;
            }
            cancellation = cancellations.get(id);
        }
        if (cancellation != null) {
            cancellation.cancel();
        }
        wake();
    }

    /// Takes an ended transfer off the list.
    public void dismiss(String id) {
        synchronized (lock) {
            var transfer = transfers.get(id);
            if (transfer == null || !transfer.state().ended()) {
                return;
            }
            transfers.remove(id);
            if (!closed) {
                threads.execute(() -> forget(id));
            }
        }
    }

    /// Failed transfers go out now instead of later.
    public void retryNow() {
        wake();
    }

    private void wake() {
        synchronized (lock) {
            kicks++;
            lock.notifyAll();
        }
    }

    private void start(Transfer transfer) {
        var cancellation = new Cancellation();
        synchronized (lock) {
            cancellations.put(transfer.id(), cancellation);
            line.add(transfer.id());
        }
        threads.execute(() -> run(transfer, cancellation));
    }

    private void run(Transfer transfer, Cancellation cancellation) {
        try {
            for (var attempt = 1; ; attempt++) {
                var outcome = attempt(transfer, attempt, cancellation);
                var interrupted = outcome instanceof TransferState.Cancelled;
                if (closed() && (interrupted || !outcome.ended())) {
                    return;
                }
                if (outcome.ended()) {
                    end(transfer.with(outcome));
                    return;
                }
                update(transfer.with(outcome));
                await(((TransferState.Failed) outcome).again(), cancellation);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.error("transfer {} stopped", transfer.id(), defect);
            end(transfer.with(new TransferState.Refused(ProblemCode.DESCONOCIDO, List.of())));
        }
    }

    private TransferState attempt(Transfer transfer, int attempt, Cancellation cancellation)
            throws InterruptedException {
        if (!awaitPlace(transfer.id(), cancellation)) {
            return new TransferState.Cancelled();
        }
        try {
            return attempts.once(
                    transfer, attempt, cancellation, state -> update(transfer.with(state)));
        } finally {
            leavePlace();
        }
    }

    private void end(Transfer transfer) {
        if (transfer.state() instanceof TransferState.Refused) {
            keepRefused(transfer);
        } else {
            forget(transfer.id());
        }
        synchronized (lock) {
            cancellations.remove(transfer.id());
        }
        update(transfer);
    }

    /// Its card stays until somebody takes it away, its copy does not.
    private void keepRefused(Transfer transfer) {
        try {
            journal.keep(TransferEntry.of(transfer));
            spool.delete(transfer.id());
        } catch (UncheckedIOException stuck) {
            LOG.warn("transfer {} leaves its copy behind", transfer.id(), stuck);
        }
    }

    /// What cannot be removed now, as a file that a virus scanner reads, is at the next start:
    /// neither entry nor copy counts without the other.
    private void forget(String id) {
        for (Consumer<String> removal : List.<Consumer<String>>of(journal::forget, spool::delete)) {
            try {
                removal.accept(id);
            } catch (UncheckedIOException stuck) {
                // the next start takes the one away that is left without the other
                LOG.warn("transfer {} leaves something behind", id, stuck);
            }
        }
    }

    private void update(Transfer transfer) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            transfers.put(transfer.id(), transfer);
        }
        tell(transfer);
    }

    private void tell(Transfer transfer) {
        for (var listener : listeners) {
            listener.accept(transfer);
        }
    }

    private boolean closed() {
        synchronized (lock) {
            return closed;
        }
    }

    /// Waits until fewer than as many as may go at once are under way, first come, first served.
    ///
    /// @return false when the transfer was cancelled meanwhile
    private boolean awaitPlace(String id, Cancellation cancellation) throws InterruptedException {
        synchronized (lock) {
            if (!line.contains(id)) {
                line.add(id);
            }
            try {
                while (!cancellation.cancelled()) {
                    if (underWay < parallel && id.equals(line.getFirst())) {
                        underWay++;
                        return true;
                    }
                    lock.wait();
                }
                return false;
            } finally {
                line.remove(id);
                lock.notifyAll();
            }
        }
    }

    private void leavePlace() {
        synchronized (lock) {
            underWay--;
            lock.notifyAll();
        }
    }

    private void await(Instant until, Cancellation cancellation) throws InterruptedException {
        synchronized (lock) {
            var before = kicks;
            while (kicks == before && !cancellation.cancelled() && !closed) {
                var left = Duration.between(clock.instant(), until).toMillis();
                if (left <= 0) {
                    return;
                }
                lock.wait(left);
            }
        }
    }

    /// Stops everything under way; the next queue on this vault goes on with it.
    @Override
    public void close() {
        List<Cancellation> running;
        synchronized (lock) {
            closed = true;
            running = List.copyOf(cancellations.values());
        }
        running.forEach(Cancellation::cancel);
        wake();
        threads.shutdownNow();
        threads.close();
    }
}
