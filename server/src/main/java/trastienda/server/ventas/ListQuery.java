package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;

/// A list ready to be asked for: which sales the caller sees, what they are narrowed to, and the
/// words to look for, folded as the search column is. `agentes` null: every agent's; empty:
/// nobody's. `many`: so many sales, perhaps as of a minute ago, that enough for a page are soon
/// met; the way to a page depends on it, never what is on it.
record ListQuery(
        @Nullable List<Long> agentes, FiltroVentas filtro, List<SearchWord> words, boolean many) {
    ListQuery {
        agentes = agentes == null ? null : List.copyOf(agentes);
        words = List.copyOf(words);
    }

    /// The same, known to find many, or few.
    ListQuery finding(boolean manySales) {
        return new ListQuery(agentes, filtro, words, manySales);
    }
}
