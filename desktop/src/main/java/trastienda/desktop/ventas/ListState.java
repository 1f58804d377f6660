package trastienda.desktop.ventas;

/// What the list shows.
sealed interface ListState {
    /// The first rows are on their way and there are none to show meanwhile.
    record Loading() implements ListState {}

    /// The rows of another filter or order are on their way; those before are shown a moment yet.
    record Renewing() implements ListState {}

    /// Rows.
    record Rows() implements ListState {}

    /// No sale matches (`filtered`), or there is none at all.
    record Empty(boolean filtered) implements ListState {}

    /// They did not come; `cause` says why.
    record Failed(Exception cause) implements ListState {}
}
