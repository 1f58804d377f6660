package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoVenta;

/// The trays over the list; each fixes the state, the first shows all.
enum Bandeja {
    TODAS(null),
    PENDIENTES(EstadoVenta.PENDIENTE_REVISION),
    DEVUELTAS(EstadoVenta.DEVUELTA),
    DIGITACION(EstadoVenta.APROBADA),
    SEGUIMIENTO(EstadoVenta.DIGITADA);

    private final @Nullable EstadoVenta estado;

    Bandeja(@Nullable EstadoVenta estado) {
        this.estado = estado;
    }

    /// The state it fixes; null for all.
    @Nullable EstadoVenta estado() {
        return estado;
    }
}
