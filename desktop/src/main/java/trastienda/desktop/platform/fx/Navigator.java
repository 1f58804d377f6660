package trastienda.desktop.platform.fx;

/// Goes to a place of the navigation.
public interface Navigator {
    /// Opens a place by its id, or does nothing when the person may not open it.
    void open(String place);

    /// Opens a place at one of its things (`ventas`, `12`).
    void open(String place, String target);
}
