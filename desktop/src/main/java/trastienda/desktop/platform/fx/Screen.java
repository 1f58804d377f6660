package trastienda.desktop.platform.fx;

import javafx.scene.Parent;

/// What fills the shell's middle. A screen takes its subscriptions in [#shown] and drops them in
/// [#hidden].
public interface Screen {
    /// Its tree; always the same one.
    Parent node();

    /// It is on screen from now on.
    default void shown() {}

    /// It is about to leave the screen.
    default void hidden() {}

    /// Whether it can be left now; a screen with unsaved work asks and calls `leave` itself later.
    default boolean mayLeave(Runnable leave) {
        return true;
    }
}
