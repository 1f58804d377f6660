package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;

/// A list ready to be asked for: which sales the caller sees, what they are narrowed to, and the
/// words to look for, folded as the search column is. `agentes` null: every agent's; empty:
/// nobody's. `months` is how many calendar months the dates touch, 0 without dates.
record ListQuery(
        @Nullable List<Long> agentes, FiltroVentas filtro, List<SearchWord> words, long months) {
    /// More months than any range of dates.
    static final long ALL_MONTHS = Long.MAX_VALUE;

    ListQuery {
        agentes = agentes == null ? null : List.copyOf(agentes);
        words = List.copyOf(words);
    }
}
