package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

/// A place in a list: after (or, backwards, before) the row with these keys. `filter` ties it to
/// the filter and order it was made for; `ordering` is the order it goes on in, which a text that
/// many sales have may have changed. What was counted travels along with the second it was counted.
/// `fecha` is when the sale was created, `day` the day of that. `id` 0 stands before the first row.
/// `nombre` and `agente` only when sorted by agent.
record VentaCursor(
        String filter,
        String ordering,
        boolean back,
        @Nullable String key,
        @Nullable String fecha,
        long day,
        @Nullable String nombre,
        long agente,
        long id,
        Counted counted) {
    /// Whether it stands before the first row.
    boolean start() {
        return key == null;
    }
}
