package trastienda.desktop.platform.fx;

/// Work that runs beside the start of JavaFX, when there is no window yet that could wait for it:
/// whoever needs its result later asks for it in the usual way and finds it made.
public final class Beside {
    private Beside() {}

    /// Starts `work` on a daemon thread of its own called `name`.
    public static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
