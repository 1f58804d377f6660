package trastienda.desktop.platform.transfer;

import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.hash.Sha256;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server that can be held, made to fail, and asked what it received.
final class FakeServer implements Sender {
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> received = new HashMap<>();
    private EstadoArchivo answer = EstadoArchivo.GUARDADO;
    private boolean held;
    private boolean corrupt;
    private int running;
    private int most;

    synchronized void fail(Exception... next) {
        failures.addAll(List.of(next));
    }

    synchronized void answers(EstadoArchivo estado) {
        answer = estado;
    }

    synchronized void corrupt() {
        corrupt = true;
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void letGo() {
        held = false;
        notifyAll();
    }

    void awaitCall() throws InterruptedException {
        awaitCalls(1);
    }

    synchronized void awaitCalls(int count) throws InterruptedException {
        while (running < count) {
            wait(10_000);
        }
    }

    synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    synchronized int mostAtOnce() {
        return most;
    }

    synchronized int received(String key) {
        return received.getOrDefault(key, 0);
    }

    @Override
    public ArchivoVenta send(Transfer transfer, Content content, Cancellation cancellation)
            throws IOException {
        try {
            enter(transfer, cancellation);
            var digest = Sha256.digest();
            byte[] bytes;
            try (var in = content.open()) {
                bytes = in.readAllBytes();
            }
            digest.update(bytes);
            synchronized (this) {
                received.put(transfer.key(), bytes.length);
                var sha = Sha256.hex(digest);
                return archivo(transfer, corrupt ? sha.replace('a', 'b') : sha, bytes.length);
            }
        } finally {
            leave();
        }
    }

    private synchronized void enter(Transfer transfer, Cancellation cancellation)
            throws IOException {
        keys.add(transfer.key());
        running++;
        most = Math.max(most, running);
        notifyAll();
        cancellation.onCancel(
                () -> {
                    synchronized (this) {
                        notifyAll();
                    }
                });
        while (held && !cancellation.cancelled()) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                throw new InterruptedIOException();
            }
        }
        switch (failures.poll()) {
            case null -> {}
            case IOException cut -> throw cut;
            case ProblemException problem -> throw problem;
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    private synchronized void leave() {
        running--;
    }

    private ArchivoVenta archivo(Transfer transfer, String sha, int size) {
        return new ArchivoVenta(
                1,
                transfer.target().tipo(),
                sha,
                size,
                "application/pdf",
                transfer.name(),
                true,
                answer,
                Instant.EPOCH,
                7L,
                "Ana",
                null);
    }
}
