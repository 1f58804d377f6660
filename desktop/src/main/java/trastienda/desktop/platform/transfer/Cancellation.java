package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.Nullable;

/// Lets a person stop a transfer from another thread, whatever it is doing.
public final class Cancellation {
    private boolean cancelled;
    private @Nullable Runnable stop;

    /// What stops the call under way; runs at once when it is cancelled already.
    public void onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            stop = action;
            now = cancelled;
        }
        if (now) {
            action.run();
        }
    }

    /// Whether the person stopped it.
    public synchronized boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        Runnable action;
        synchronized (this) {
            cancelled = true;
            action = stop;
        }
        if (action != null) {
            action.run();
        }
    }
}
