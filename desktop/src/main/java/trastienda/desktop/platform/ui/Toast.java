package trastienda.desktop.platform.ui;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A quiet notification of a success: one line, one small line, *Deshacer* where it can be undone.
/// Errors are never told this way.
///
/// @param line what happened
/// @param small a second line; empty for none, ignored while a countdown stands there
/// @param stays how long it stays; with an undo also how long that is possible
public record Toast(String line, String small, Duration stays, @Nullable Runnable undo) {
    private static final Duration READ = Duration.ofSeconds(6);

    /// Something was done.
    public static Toast of(String line) {
        return new Toast(line, "", READ, null);
    }

    /// Something was done, with a detail.
    public static Toast of(String line, String small) {
        return new Toast(line, small, READ, null);
    }

    /// Something was done that can be undone for a while.
    public static Toast undoable(String line, Duration stays, Runnable undo) {
        return new Toast(line, "", stays, undo);
    }
}
