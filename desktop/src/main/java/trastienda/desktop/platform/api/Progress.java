package trastienda.desktop.platform.api;

/// Told how many bytes have travelled; called from the travelling thread, at every block.
@FunctionalInterface
public interface Progress {
    /// `bytes` so far.
    void moved(long bytes);
}
