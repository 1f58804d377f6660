package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.EstadoConfronta;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A row of the sales list. `documento` and phones are masked (••••4050) for who may not see them.
public record VentaFila(
        long id,
        String numero,
        Instant fechaCreacion,
        EstadoVenta estadoVenta,
        String nombreCompleto,
        String tipoDocumento,
        String documento,
        String telefonoLegalizacion,
        @JsonProperty("numero_a_portar") String numeroAPortar,
        String numeroOrden,
        String planNombre,
        BigDecimal planCfm,
        @Nullable Long agenteId,
        String agenteNombre,
        @Nullable LocalDate fechaVentanaCambio,
        EstadoConfronta confronta,
        long version) {}
