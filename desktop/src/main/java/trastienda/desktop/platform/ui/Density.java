package trastienda.desktop.platform.ui;

/// How tall rows are in the whole application.
public enum Density {
    COMFORTABLE(8),
    NORMAL(0),
    DENSE(-8);

    private final int shift;

    Density(int shift) {
        this.shift = shift;
    }

    /// Pixels a row is taller than normal.
    public int shift() {
        return shift;
    }
}
