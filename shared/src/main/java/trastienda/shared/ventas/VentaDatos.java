package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/// What a person writes of a sale: the fields of its form, as text or ids, exactly as typed. A null
/// field is absent. `version` is required on change; `agente` only for who may register in the
/// place of another.
public record VentaDatos(
        @Nullable String tipoDocumento,
        @Nullable String documento,
        @Nullable String documentoDv,
        @Nullable String fechaExpedicion,
        @Nullable String nombreCompleto,
        @Nullable String telefonoLegalizacion,
        @Nullable Long planAdquiere,
        @JsonProperty("numero_a_portar") @Nullable String numeroAPortar,
        @Nullable String nip,
        @Nullable String fechaEntrega,
        @Nullable String fechaVentanaCambio,
        @Nullable String numeroOrden,
        @Nullable String baseOrigen,
        @Nullable String usuarioGreta,
        @Nullable String observacion,
        @Nullable Long agente,
        @Nullable Long version) {}
