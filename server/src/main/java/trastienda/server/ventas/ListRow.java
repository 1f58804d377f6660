package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.VentaFila;

/// A row of the list and its place in the order.
record ListRow(VentaFila fila, String key, String fecha, @Nullable String nombre, long agente) {
    /// The row with its agent's name.
    ListRow withAgente(String name) {
        var f = fila;
        return new ListRow(
                new VentaFila(
                        f.id(),
                        f.numero(),
                        f.fechaCreacion(),
                        f.estadoVenta(),
                        f.nombreCompleto(),
                        f.tipoDocumento(),
                        f.documento(),
                        f.telefonoLegalizacion(),
                        f.numeroAPortar(),
                        f.numeroOrden(),
                        f.planNombre(),
                        f.planCfm(),
                        f.agenteId(),
                        name,
                        f.fechaVentanaCambio(),
                        f.confronta(),
                        f.version()),
                key,
                fecha,
                nombre,
                agente);
    }
}
