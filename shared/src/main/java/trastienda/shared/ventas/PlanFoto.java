package trastienda.shared.ventas;

import java.math.BigDecimal;

/// The plan as it was when the sale was registered; never changes afterwards.
public record PlanFoto(
        String planNombre,
        String planCodigo,
        String planCaracteristicas,
        BigDecimal planCfm,
        BigDecimal planCfmSinIva) {}
