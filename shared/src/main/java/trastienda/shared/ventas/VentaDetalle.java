package trastienda.shared.ventas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.problem.FieldError;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A sale with all its fields, its plan as it was, the state of its confronta, what the caller may
/// do with it, and the warnings its data earned. Actions that this version does not know are left
/// out.
public record VentaDetalle(
        long id,
        String numero,
        EstadoVenta estadoVenta,
        EstadoLogistica estadoLogistica,
        EstadoPortabilidad estadoPortabilidad,
        String tipoDocumento,
        String documento,
        @Nullable String documentoDv,
        @Nullable LocalDate fechaExpedicion,
        String nombreCompleto,
        String telefonoLegalizacion,
        @Nullable Long planAdquiere,
        PlanFoto plan,
        @JsonProperty("numero_a_portar") String numeroAPortar,
        @Nullable String nip,
        @Nullable LocalDate fechaEntrega,
        @Nullable LocalDate fechaVentanaCambio,
        String numeroOrden,
        String baseOrigen,
        String usuarioGreta,
        String observacion,
        @Nullable Long agenteId,
        String agenteNombre,
        @Nullable Long backofficeId,
        @Nullable String backofficeNombre,
        Instant fechaCreacion,
        Instant fechaActualizacion,
        EstadoConfronta confronta,
        @Nullable String confrontaMinioUrl,
        @Nullable String confrontaMinioObjectName,
        @JsonProperty("confronta_subido_a_minio") boolean confrontaSubidoAMinio,
        @Nullable Instant confrontaFechaSubidaMinio,
        @Nullable String confrontaNombreOriginal,
        @Nullable String confrontaTipoArchivo,
        @Nullable String motivoDevolucion,
        List<String> camposPorCorregir,
        @JsonSetter(contentNulls = Nulls.SKIP) Set<AccionVenta> acciones,
        List<FieldError> advertencias,
        boolean enmascarada,
        long version) {}
