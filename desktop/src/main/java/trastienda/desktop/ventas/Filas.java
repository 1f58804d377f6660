package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.SaleWords;
import trastienda.shared.ventas.SearchWords;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaFila;
import trastienda.shared.ventas.VentaRules;

/// A list's row made from a whole sale, and whether it belongs into a filtered list.
final class Filas {
    private Filas() {}

    static VentaFila of(VentaDetalle venta) {
        return new VentaFila(
                venta.id(),
                venta.numero(),
                venta.fechaCreacion(),
                venta.estadoVenta(),
                venta.nombreCompleto(),
                venta.tipoDocumento(),
                venta.documento(),
                venta.telefonoLegalizacion(),
                venta.numeroAPortar(),
                venta.numeroOrden(),
                venta.plan().planNombre(),
                venta.plan().planCfm(),
                venta.agenteId(),
                venta.agenteNombre(),
                venta.fechaVentanaCambio(),
                venta.confronta(),
                venta.version());
    }

    static boolean matches(VentaDetalle venta, FiltroVentas filtro) {
        var day = venta.fechaCreacion().atZone(VentaRules.ZONE).toLocalDate();
        var conConfronta = venta.confronta() != EstadoConfronta.NINGUNA;
        var porSubir = venta.confronta() == EstadoConfronta.POR_SUBIR;
        return same(filtro.estado(), venta.estadoVenta())
                && same(filtro.agente(), venta.agenteId())
                && same(filtro.plan(), venta.planAdquiere())
                && same(filtro.conConfronta(), conConfronta)
                && same(filtro.porSubir(), porSubir)
                && (filtro.fechaDesde() == null || !day.isBefore(filtro.fechaDesde()))
                && (filtro.fechaHasta() == null || !day.isAfter(filtro.fechaHasta()))
                && found(venta, filtro.q());
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object is) {
        return wanted == null || wanted.equals(is);
    }

    private static boolean found(VentaDetalle venta, @Nullable String q) {
        return q == null || q.isBlank() || SearchWords.of(q.strip()).finds(SaleWords.of(venta));
    }
}
