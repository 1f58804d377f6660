package trastienda.desktop.ventas;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.PageSource;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.VentaFila;

import java.io.IOException;
import java.util.List;

/// One filtered, sorted list of the server, by pages.
record VentasPages(VentasApi api, FiltroVentas filtro) implements PageSource<VentaFila> {
    @Override
    public Slice<VentaFila> load(@Nullable String cursor, int size) throws IOException {
        return slice(api.page(filtro, cursor, size));
    }

    @Override
    public List<Anchor> anchors(int every) throws IOException {
        return api.anchors(filtro, every).anclas().stream()
                .map(ancla -> new Anchor(ancla.fila(), ancla.cursor()))
                .toList();
    }

    static Slice<VentaFila> slice(PaginaVentas page) {
        return new Slice<>(page.results(), cursor(page.next()), page.count());
    }

    private static @Nullable String cursor(@Nullable String next) {
        var url = next == null ? null : HttpUrl.parse(next);
        return url == null ? null : url.queryParameter("cursor");
    }
}
