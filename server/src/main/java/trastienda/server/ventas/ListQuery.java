package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;

/// A list ready to be asked for: which sales the caller sees, what they are narrowed to, and the
/// words to look for, folded as the search column is. `agentes` null: every agent's; empty:
/// nobody's. `count` is how many sales there are, perhaps as of a minute ago: the way to a page
/// depends on it, never what is on it.
record ListQuery(
        @Nullable List<Long> agentes, FiltroVentas filtro, List<SearchWord> words, long count) {
    ListQuery {
        agentes = agentes == null ? null : List.copyOf(agentes);
        words = List.copyOf(words);
    }

    /// The same, counted.
    ListQuery counted(long found) {
        return new ListQuery(agentes, filtro, words, found);
    }
}
