package trastienda.desktop.platform.ui;

/// What the person asked for: the system's scheme, or one of ours.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
