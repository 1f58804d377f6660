package trastienda.desktop.ventas;

/// What the confronta says of one value of its sale. It warns and never decides.
public sealed interface Finding {
    /// Written there.
    ///
    /// @param page counted from 0
    record OnPage(int page) implements Finding {}

    /// The file has text, and the value is not in it.
    record Missing() implements Finding {}
}
