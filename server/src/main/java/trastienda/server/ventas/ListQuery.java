package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;

import java.util.List;

/// A list ready to be asked for: which sales the caller sees and what they are narrowed to.
/// `agentes` null: every agent's; empty: nobody's. `many`: so many sales, perhaps as of a minute
/// ago, that enough for a page are soon met; the way to a page depends on it, never what is on it.
/// `masked`: the caller does not see every number, and does not find sales by a number's beginning.
record ListQuery(@Nullable List<Long> agentes, FiltroVentas filtro, boolean many, boolean masked) {
    ListQuery {
        agentes = agentes == null ? null : List.copyOf(agentes);
    }

    /// The same, known to find many, or few.
    ListQuery finding(boolean manySales) {
        return new ListQuery(agentes, filtro, manySales, masked);
    }

    /// The same in another order.
    ListQuery by(String ordering) {
        var f = filtro;
        return new ListQuery(
                agentes,
                new FiltroVentas(
                        f.q(),
                        f.estado(),
                        f.agente(),
                        f.plan(),
                        f.fechaDesde(),
                        f.fechaHasta(),
                        f.conConfronta(),
                        f.porSubir(),
                        ordering),
                many,
                masked);
    }

    /// Whether a text is looked for.
    boolean hasWords() {
        return filtro.q() != null;
    }
}
