package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.Anclas;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.List;

/// The server's sales. Every call blocks, throws `ProblemException` for an answer that is a problem
/// and `IOException` when there is no answer.
interface VentasApi {
    /// Rows after a cursor (null: from the first).
    PaginaVentas page(FiltroVentas filtro, @Nullable String cursor, int size) throws IOException;

    /// Cursors to jump to, one every `every` rows.
    Anclas anchors(FiltroVentas filtro, int every) throws IOException;

    /// One sale.
    VentaDetalle one(long id) throws IOException;

    /// Its changes, newest first.
    List<CambioVenta> history(long id) throws IOException;

    /// One masked value, shown once; the server notes who looked.
    String reveal(long id, String campo) throws IOException;

    /// Plans that can be sold today.
    List<Plan> plans() throws IOException;

    /// Who can own a sale, for the filter and for registering in another's place.
    List<Persona> agents() throws IOException;

    /// Registers a sale; the same key makes it once.
    ///
    /// @param exception why, although its line has an active sale; null without an exception
    VentaDetalle create(VentaDatos datos, String key, @Nullable String exception)
            throws IOException;

    /// Changes a sale, once per key; `datos.version` is the one that was read.
    VentaDetalle correct(long id, VentaDatos datos, String key) throws IOException;
}
