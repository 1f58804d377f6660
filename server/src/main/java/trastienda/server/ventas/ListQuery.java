package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;

/// A list ready to be asked for: which sales the caller sees, what they are narrowed to, and the
/// words to look for, folded as the search column is. `agentes` null: every agent's; empty:
/// nobody's.
record ListQuery(@Nullable List<Long> agentes, FiltroVentas filtro, List<List<String>> words) {
    ListQuery {
        agentes = agentes == null ? null : List.copyOf(agentes);
        words = List.copyOf(words);
    }
}
