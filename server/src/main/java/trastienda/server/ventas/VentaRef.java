package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoVenta;

import java.util.List;

/// What another feature needs to know of a sale. `channels` are those on which an event about it is
/// told: its agent, the teams of its agent, and whoever sees all sales.
public record VentaRef(
        long id,
        String numero,
        EstadoVenta estado,
        @Nullable Long agenteId,
        @Nullable Long registradaPorId,
        List<String> channels,
        long version) {
    /// How events and audit name this sale.
    public String ref() {
        return "venta:" + id;
    }
}
