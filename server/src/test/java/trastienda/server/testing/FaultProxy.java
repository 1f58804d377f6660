package trastienda.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A line between a client and a server that fails on command: it refuses connections, holds what
/// it was given, carries only so much a second, or is cut after so many bytes towards the server.
public final class FaultProxy implements AutoCloseable {
    private static final int NEVER = -1;

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(NEVER);
    private volatile boolean refusing;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile double nanosPerByte;
    private final AtomicLong free = new AtomicLong();

    private FaultProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    /// A line to that host and port, working.
    public static FaultProxy to(URI address) {
        try {
            return new FaultProxy(new InetSocketAddress(address.getHost(), address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where clients connect.
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// From now on all connections together carry no more than that towards the server.
    public void pace(long bytesPerSecond) {
        nanosPerByte = 1e9 / bytesPerSecond;
    }

    /// From now on connections end at once, those that are open too.
    public void refuse() {
        refusing = true;
        cut();
    }

    /// From now on nothing passes until [#work].
    public void hold() {
        held = new CountDownLatch(1);
    }

    /// After that many more bytes towards the server every connection is cut, then all works again.
    public void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /// Ends all connections that are open now.
    public void cut() {
        open.forEach(FaultProxy::end);
        open.removeIf(Socket::isClosed);
    }

    /// All is well again.
    public void work() {
        refusing = false;
        bytesLeft.set(NEVER);
        held.countDown();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (refusing) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private void connect(Socket client) {
        var server = new Socket();
        open.add(client);
        open.add(server);
        try {
            server.connect(target, 5_000);
            Thread.ofVirtual().start(() -> pass(client, server, true));
            Thread.ofVirtual().start(() -> pass(server, client, false));
        } catch (IOException noServer) {
            end(client);
            end(server);
        }
    }

    private void pass(Socket from, Socket to, boolean towardsServer) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var buffer = new byte[65_536];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                held.await();
                var allowed = towardsServer ? spend(read) : read;
                if (towardsServer) {
                    await(allowed);
                }
                out.write(buffer, 0, allowed);
                if (allowed < read) {
                    cut();
                    return;
                }
            }
        } catch (IOException ended) {
            end(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    /// Until the line has carried what came before, and this.
    private void await(int bytes) {
        if (nanosPerByte > 0) {
            var now = System.nanoTime();
            var end =
                    free.accumulateAndGet(
                            (long) (bytes * nanosPerByte),
                            (until, takes) -> Math.max(until, now) + takes);
            LockSupport.parkNanos(end - now);
        }
    }

    private int spend(int wanted) {
        var left = bytesLeft.get();
        if (left == NEVER) {
            return wanted;
        }
        if (left < wanted) {
            bytesLeft.set(NEVER);
            return (int) left;
        }
        bytesLeft.addAndGet(-wanted);
        return wanted;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyEnded) {
            throw new UncheckedIOException(alreadyEnded);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held.countDown();
        cut();
    }
}
