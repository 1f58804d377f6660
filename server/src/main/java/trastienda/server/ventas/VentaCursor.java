package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

/// A place in a list: after (or, backwards, before) the row with these keys. `filter` ties it to
/// the filter and order it was made for; the count of that filter travels along with the second it
/// was taken. `fecha` is when the sale was created. `id` 0 stands before the first row. `nombre`
/// and `agente` only when sorted by agent.
record VentaCursor(
        String filter,
        boolean back,
        @Nullable String key,
        @Nullable String fecha,
        @Nullable String nombre,
        long agente,
        long id,
        long count,
        long counted) {
    /// Whether it stands before the first row.
    boolean start() {
        return key == null;
    }
}
