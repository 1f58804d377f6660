package trastienda.desktop.platform.api;

/// Hears how the server answers; called from any thread.
public interface Reachability {
    /// It answered.
    void reached();

    /// It did not.
    void lost();

    /// It no longer knows our session, and it cannot be renewed.
    void sessionEnded();
}
