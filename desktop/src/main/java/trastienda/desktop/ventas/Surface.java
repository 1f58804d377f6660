package trastienda.desktop.ventas;

import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Theme;
import trastienda.desktop.platform.ui.Toast;
import trastienda.desktop.platform.ui.Toasts;

/// The window's surface that screens draw on: its look, what floats over it, and its notices.
public record Surface(Theme theme, Overlays overlays, Dialogs dialogs, Toasts toasts) {
    /// A short notice of a success.
    public void notice(String words) {
        toasts.show(Toast.of(words));
    }
}
