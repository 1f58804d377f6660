package trastienda.desktop.confrontas;

import trastienda.desktop.platform.transfer.Pace;
import trastienda.desktop.platform.transfer.Sender;
import trastienda.desktop.platform.transfer.Target;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.desktop.platform.vault.SystemKeys;
import trastienda.desktop.platform.vault.Vault;
import trastienda.desktop.testing.Soon;
import trastienda.shared.confrontas.TipoArchivo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/// A queue of files whose news wait until the test takes them, as they wait for the FX thread.
final class Sending implements Executor, AutoCloseable {
    private final TransferQueue queue;
    private final Deque<Runnable> news = new ArrayDeque<>();

    Sending(Path home, Sender sender) throws IOException {
        queue =
                new TransferQueue(
                        Vault.open(home, SystemKeys.none()),
                        sender,
                        Clock.systemUTC(),
                        new Pace(1, attempt -> Duration.ofMinutes(10)));
    }

    TransferQueue queue() {
        return queue;
    }

    Transfer send(long ventaId, String name) throws IOException {
        var held = queue.hold(name, new ByteArrayInputStream(Papers.pdf(1)));
        return queue.enqueue(held, new Target(ventaId, "PORTA-" + ventaId, TipoArchivo.CONFRONTA));
    }

    @Override
    public synchronized void execute(Runnable one) {
        news.add(one);
    }

    private synchronized boolean take() {
        var next = news.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    /// Takes the news until it is so.
    void until(String what, Callable<Boolean> isSo) {
        Soon.holds(
                what,
                () -> {
                    var more = true;
                    while (more && !isSo.call()) {
                        more = take();
                    }
                    return isSo.call();
                });
    }

    @Override
    public void close() {
        queue.close();
    }
}
