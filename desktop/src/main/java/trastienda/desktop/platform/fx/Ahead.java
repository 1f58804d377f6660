package trastienda.desktop.platform.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/// Does on the FX thread, while nobody touches keyboard or mouse, what somebody would wait for
/// later: one piece of work per quiet moment. For the FX thread.
public final class Ahead implements AutoCloseable {
    private final Background background;
    private final InputAge input;
    private final Duration quiet;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private Background.Running waiting = () -> {};
    private boolean awaited;
    private boolean closed;

    /// @param quiet how long nobody has to have touched anything
    public Ahead(Background background, InputAge input, Duration quiet) {
        this.background = background;
        this.input = input;
        this.quiet = quiet;
    }

    /// One more piece of work; it may never be done.
    public void add(Runnable piece) {
        if (!closed) {
            work.add(piece);
            await();
        }
    }

    private void await() {
        if (!awaited && !work.isEmpty()) {
            awaited = true;
            waiting = background.after(quiet, this::next);
        }
    }

    private void next() {
        awaited = false;
        try {
            if (input.isQuiet(quiet)) {
                work.remove().run();
            }
        } finally {
            await();
        }
    }

    /// Forgets what was not done and takes nothing any more.
    @Override
    public void close() {
        closed = true;
        waiting.cancel();
        work.clear();
    }
}
