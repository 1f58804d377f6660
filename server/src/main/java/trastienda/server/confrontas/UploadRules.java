package trastienda.server.confrontas;

import trastienda.server.platform.auth.Principal;
import trastienda.server.ventas.VentaRef;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.EstadoVenta;

import java.util.Objects;
import java.util.Set;

/// Who may hand in a file (X19), and what can be refused before a byte of it is read.
final class UploadRules {
    private static final Set<EstadoVenta> OPEN_TO_OWNER =
            Set.of(EstadoVenta.PENDIENTE_REVISION, EstadoVenta.DEVUELTA);

    private UploadRules() {}

    /// The first file comes from the sale's agent, whoever registered it, back office and
    /// administrators; a replacement from the same but for supervisors, and from the agent only
    /// while the sale waits for review or was returned.
    ///
    /// @throws ProblemException `SIN_PERMISO`, `ESTADO_NO_PERMITE`
    static void check(Principal principal, VentaRef venta, boolean replaces) {
        if (principal.may(Permiso.ARCHIVOS_SUBIR_CUALQUIERA)) {
            return;
        }
        var userId = principal.userId();
        var owner = userId != null && Objects.equals(userId, venta.agenteId());
        var registrar = userId != null && Objects.equals(userId, venta.registradaPorId());
        if (!principal.may(Permiso.ARCHIVOS_SUBIR) || !(owner || (registrar && !replaces))) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        if (replaces && !OPEN_TO_OWNER.contains(venta.estado())) {
            throw ProblemException.of(ProblemCode.ESTADO_NO_PERMITE);
        }
    }

    /// What the headers alone give away.
    ///
    /// @throws ProblemException `DEMASIADO_GRANDE`, `ARCHIVO_INVALIDO`
    static void checkAnnounced(Upload upload) {
        if (upload.announced() > ArchivoLimits.MAX_BYTES) {
            throw Receiver.tooLarge(upload.campo(), ArchivoLimits.MAX_BYTES);
        }
        if (!ArchivoLimits.TYPES.containsKey(upload.name().extension())) {
            throw ProblemException.field(
                    ProblemCode.ARCHIVO_INVALIDO, upload.campo(), Regla.ARCHIVO_EXTENSION);
        }
        if (upload.announced() == 0) {
            throw Receiver.empty(upload.campo());
        }
    }
}
