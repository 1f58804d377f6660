package trastienda.desktop.testing;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.PlanFoto;
import trastienda.shared.ventas.VentaDetalle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Invented sales.
public final class Samples {
    /// When it is.
    public static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    private Samples() {}

    /// A sale of María Fernanda Gómez Ruiz with which one may do everything.
    public static VentaDetalle venta(long id, EstadoVenta estado, long version) {
        return venta(id, estado, version, "María Fernanda Gómez Ruiz");
    }

    /// A sale of that customer with which one may do everything.
    public static VentaDetalle venta(long id, EstadoVenta estado, long version, String nombre) {
        return venta(id, estado, version, nombre, EnumSet.allOf(AccionVenta.class));
    }

    /// A sale with which one may do these things.
    public static VentaDetalle venta(
            long id, EstadoVenta estado, long version, String nombre, Set<AccionVenta> acciones) {
        var created = NOW.minusSeconds(id * 60);
        return new VentaDetalle(
                id,
                "PORTA-202611190" + (60_000 + id),
                estado,
                EstadoLogistica.PENDIENTE_SEGUIMIENTO,
                EstadoPortabilidad.SIN_SOLICITAR,
                "CC",
                "52814337",
                null,
                LocalDate.of(1999, 3, 14),
                nombre,
                "3107752184",
                7L,
                new PlanFoto(
                        "Pospago 40 GB Ilimitado",
                        "P40",
                        "40 GB|Minutos ilimitados",
                        new BigDecimal("54990.00"),
                        new BigDecimal("46210.00")),
                "3154829067",
                "48213",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 25),
                "2-8840017735",
                "Base de datos",
                "ycardenas",
                "",
                11L,
                "Yesid Cárdenas",
                null,
                null,
                created,
                created,
                EstadoConfronta.NINGUNA,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                acciones,
                List.of(),
                false,
                version);
    }

    /// A plan that can be sold.
    public static Plan plan(long id, String nombre) {
        return plan(id, nombre, "activo");
    }

    /// A plan, sold or no more.
    public static Plan plan(long id, String nombre, String estado) {
        return new Plan(
                id,
                "P" + id,
                nombre,
                "40 GB|Minutos ilimitados",
                new BigDecimal("54990.00"),
                new BigDecimal("46210.00"),
                estado,
                "portabilidad");
    }
}
