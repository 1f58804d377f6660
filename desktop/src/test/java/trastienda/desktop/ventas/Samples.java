package trastienda.desktop.ventas;

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

/// Invented sales.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    private Samples() {}

    static VentaDetalle venta(long id, EstadoVenta estado, long version) {
        return venta(id, estado, version, "María Fernanda Gómez Ruiz");
    }

    static VentaDetalle venta(long id, EstadoVenta estado, long version, String nombre) {
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
                EnumSet.allOf(AccionVenta.class),
                List.of(),
                false,
                version);
    }

    static Plan plan(long id, String nombre) {
        return new Plan(
                id,
                "P" + id,
                nombre,
                "40 GB|Minutos ilimitados",
                new BigDecimal("54990.00"),
                new BigDecimal("46210.00"),
                "activo",
                "portabilidad");
    }
}
