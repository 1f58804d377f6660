package trastienda.server.platform.events;

/// Hears events on a thread of its own, one after the other; it may block, others do not wait for
/// it.
public interface EventListener {
    /// The next event of its channels.
    void onEvent(LoggedEvent event);

    /// Events are missing up to and including `seq`: the log no longer has them, or the listener
    /// was too slow, or it is new. What it shows is to be fetched again; events after `seq` follow.
    void onResync(long seq);
}
