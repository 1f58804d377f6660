package trastienda.shared.ventas;

/// A place in the list: the row number it stands before, and the cursor that continues from there.
public record Ancla(long fila, String cursor) {}
