package trastienda.desktop.platform.ui;

/// The window as features see it: how it looks, and what can float over it.
public record Surface(
        Theme theme, Choices choices, Overlays overlays, Dialogs dialogs, Toasts toasts) {
    /// A short notice of a success.
    public void notice(String words) {
        toasts.show(Toast.of(words));
    }
}
