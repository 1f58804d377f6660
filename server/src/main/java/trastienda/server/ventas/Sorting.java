package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;
import java.util.stream.Collectors;

/// An order and the way it is read: pieces of SQL on rows that hold its key as `k`, the date of
/// creation as `f`, the `id` and, sorted by agent, `nombre` and `agente`.
record Sorting(ListOrder order, boolean descending) {
    /// @param back read towards the start
    static Sorting of(FiltroVentas filtro, boolean back) {
        return new Sorting(ListOrder.of(filtro), ListOrder.descending(filtro) != back);
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    /// The sign of what comes after.
    String beyond() {
        return descending ? "<" : ">";
    }

    /// The condition that rows come after the cursor, for every order but that by agent; a line
    /// that begins with `and`, or nothing.
    String after(@Nullable VentaCursor after, String key, String fecha, String id) {
        if (after == null || after.start()) {
            return "";
        }
        var clave = order.bound("clave");
        return order.byDate()
                ? "and (%s, %s) %s (%s, :id)\n".formatted(key, id, beyond(), clave)
                : "and (%s, %s, %s) %s (%s, cast(:fecha as timestamptz), :id)\n"
                        .formatted(key, fecha, id, beyond(), clave);
    }

    /// The same for any order, on the columns of what the prefix names.
    String after(@Nullable VentaCursor after, String from) {
        if (order != ListOrder.AGENTE) {
            return after(after, from + "k" + order.collation(), from + "f", from + "id");
        }
        return after == null || after.start()
                ? ""
                : """
                and (%1$snombre, %1$sagente, %1$sk, %1$sid) %2$s
                    (:nombre collate "es-x-icu", :agente, %3$s, :id)
                """
                        .formatted(from, beyond(), order.bound("clave"));
    }

    /// The list's order on the columns of what the prefix names.
    String ordering(String from) {
        var columns =
                switch (order) {
                    case AGENTE -> List.of("nombre", "agente", "k", "id");
                    case FECHA_CREACION -> List.of("k", "id");
                    default -> List.of("k", "f", "id");
                };
        return columns.stream()
                .map(
                        column ->
                                from
                                        + column
                                        + (column.equals("k") ? order.collation() : "")
                                        + " "
                                        + direction())
                .collect(Collectors.joining(", ", "order by ", "\n"));
    }
}
