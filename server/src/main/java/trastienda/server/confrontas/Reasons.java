package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

/// The reason that goes with what is done to a file.
final class Reasons {
    /// Most characters of one.
    static final int MOST = 500;

    private static final String FIELD = "motivo";

    private Reasons() {}

    /// One that must be there.
    ///
    /// @throws ProblemException `DATOS_INVALIDOS`
    static String required(@Nullable String motivo) {
        var reason = optional(motivo);
        if (reason.isEmpty()) {
            throw ProblemException.field(ProblemCode.DATOS_INVALIDOS, FIELD, Regla.OBLIGATORIO);
        }
        return reason;
    }

    /// One that need not be there: then empty.
    ///
    /// @throws ProblemException `DATOS_INVALIDOS` for one that is too long
    static String optional(@Nullable String motivo) {
        var reason = motivo == null ? "" : motivo.strip();
        if (reason.length() > MOST) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, FIELD, Regla.LARGO_MAXIMO, MOST);
        }
        return reason;
    }
}
