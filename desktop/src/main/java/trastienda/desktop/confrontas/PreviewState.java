package trastienda.desktop.confrontas;

import trastienda.shared.confrontas.ArchivoVenta;

/// What the preview shows.
sealed interface PreviewState {
    /// The sale has no file.
    record None() implements PreviewState {}

    /// The file is on its way.
    record Loading(ArchivoVenta archivo) implements PreviewState {}

    /// A drawn page or picture.
    record Drawn(ArchivoVenta archivo, int pages) implements PreviewState {}

    /// A file that is opened elsewhere: Word.
    record Card(ArchivoVenta archivo) implements PreviewState {}

    /// This person may not fetch files.
    record Forbidden(ArchivoVenta archivo) implements PreviewState {}

    /// It did not come, or cannot be drawn.
    record Failed(ArchivoVenta archivo, Exception cause) implements PreviewState {}
}
