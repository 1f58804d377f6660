package trastienda.desktop.testing;

import trastienda.shared.http.Headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// A line between the desktop and the server that fails on command, and that remembers which
/// requests it carried. Clear HTTP only.
public final class Line implements AutoCloseable {
    private static final int BLOCK = 16 * 1024;
    private static final Pattern HEAD =
            Pattern.compile("(?s)((?:GET|POST|PUT|PATCH|DELETE) /\\S*) HTTP/1.1\r\n.*?\r\n\r\n");
    private static final Pattern KEY =
            Pattern.compile(Headers.IDEMPOTENCY_KEY + ": ([^\r]*)", Pattern.CASE_INSENSITIVE);
    private static final int FREE = 1_000_000;

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Semaphore flow = new Semaphore(FREE);
    private final AtomicLong passed = new AtomicLong();
    private volatile boolean refusing;
    private volatile boolean deaf;

    private Line(InetSocketAddress server) throws IOException {
        this.server = server;
        this.door = new ServerSocket();
        // small, so that held bytes stay with the desktop
        door.setReceiveBufferSize(BLOCK);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        Thread.ofVirtual().name("line").start(this::accept);
    }

    /// A working line to a server.
    public static Line to(URI address) {
        try {
            return new Line(new InetSocketAddress(address.getHost(), address.getPort()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Where the desktop connects.
    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// From now on every connection ends at once, those that are open too.
    public void cut() {
        refusing = true;
        drop();
    }

    /// Ends all connections that are open now; new ones work.
    public void drop() {
        open.forEach(Line::end);
        open.clear();
    }

    /// The server still hears, but its answers get lost: the connection ends when one comes.
    public void loseAnswers() {
        deaf = true;
    }

    /// Only so many more bytes pass towards the server, then they wait.
    public void hold(int bytes) {
        flow.drainPermits();
        flow.release(bytes / BLOCK);
    }

    /// All is well again.
    public void mend() {
        refusing = false;
        deaf = false;
        flow.release(FREE);
    }

    /// The first lines of the requests that went to the server, as `GET /path/`.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// The idempotency keys of the files that were sent, one for each try.
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /// How many bytes went towards the server.
    public long passed() {
        return passed.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var desktop = door.accept();
                if (refusing) {
                    end(desktop);
                } else {
                    connect(desktop);
                }
            } catch (IOException closed) {
                drop();
            }
        }
    }

    private void connect(Socket desktop) {
        var other = new Socket();
        open.add(desktop);
        open.add(other);
        try {
            other.connect(server, 5_000);
        } catch (IOException away) {
            end(desktop);
            return;
        }
        Thread.ofVirtual().start(() -> pass(desktop, other, true));
        Thread.ofVirtual().start(() -> pass(other, desktop, false));
    }

    private void pass(Socket from, Socket to, boolean towardsServer) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            var block = new byte[BLOCK];
            for (var read = in.read(block); read >= 0; read = in.read(block)) {
                if (towardsServer) {
                    flow.acquire();
                    note(block, read);
                } else if (deaf) {
                    return;
                }
                out.write(block, 0, read);
            }
        } catch (IOException ended) {
            open.remove(from);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    private void note(byte[] block, int length) {
        passed.addAndGet(length);
        var head = HEAD.matcher(new String(block, 0, length, StandardCharsets.ISO_8859_1));
        if (head.lookingAt()) {
            requests.add(head.group(1));
            var key = KEY.matcher(head.group());
            if (head.group(1).startsWith("PUT") && key.find()) {
                keys.add(key.group(1));
            }
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        end(door);
        drop();
        flow.release(FREE);
    }

    private static void end(ServerSocket door) {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
