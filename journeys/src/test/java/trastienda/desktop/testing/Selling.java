package trastienda.desktop.testing;

import tools.jackson.core.type.TypeReference;

import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// Sales and their files as another program sees them, through the server's own routes.
public final class Selling {
    private Selling() {}

    /// Registers a sale of that customer as this agent.
    public static VentaDetalle sell(String agent, String nombre) throws IOException {
        try (var clerk = Clerk.in(agent)) {
            return clerk.api()
                    .post(Paths.VENTAS)
                    .once(UUID.randomUUID().toString())
                    .json(Office.open().sales().form(nombre))
                    .as(VentaDetalle.class);
        }
    }

    /// All files of a sale.
    public static List<ArchivoVenta> files(long ventaId) throws IOException {
        try (var clerk = Clerk.in("ptorres")) {
            return clerk.api()
                    .get(Paths.fill(Paths.VENTA_ARCHIVOS, ventaId))
                    .as(new TypeReference<Page<ArchivoVenta>>() {})
                    .results();
        }
    }
}
