package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.math.BigDecimal;

/// A plan that can be sold. Money in pesos.
public record Plan(
        long id,
        String codigo,
        String nombrePlan,
        String caracteristicas,
        @JsonProperty("CFM") BigDecimal cfm,
        @JsonProperty("CFM_sin_iva") BigDecimal cfmSinIva,
        String estado,
        String tipoPlan) {}
