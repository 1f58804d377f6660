package trastienda.shared.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.http.Page;

import java.util.List;

/// A page of the list of sales: [Page], and the order its rows are in. That is the order asked for,
/// unless a text finds too many to sort: those come by date of creation.
public record PaginaVentas(
        long count,
        @Nullable String next,
        @Nullable String previous,
        List<VentaFila> results,
        String orden) {
    /// That page in that order.
    public static PaginaVentas of(Page<VentaFila> page, String orden) {
        return new PaginaVentas(page.count(), page.next(), page.previous(), page.results(), orden);
    }
}
