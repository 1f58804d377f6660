package trastienda.server.ventas;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

/// Which sales a principal sees.
sealed interface Scope {
    /// All of them.
    record All() implements Scope {}

    /// Those of one agent.
    record Own(long userId) implements Scope {}

    /// Those of the members of the teams this person supervises, and their own.
    record Team(long userId) implements Scope {}

    /// The scope of a principal, the widest its permissions give.
    ///
    /// @throws ProblemException `SIN_PERMISO` for one that sees no sales at all
    static Scope of(Principal principal) {
        var userId = principal.userId();
        if (principal.may(Permiso.VENTAS_VER_TODAS)) {
            return new All();
        }
        if (userId != null && principal.may(Permiso.VENTAS_VER_EQUIPO)) {
            return new Team(userId);
        }
        if (userId != null && principal.may(Permiso.VENTAS_VER_PROPIAS)) {
            return new Own(userId);
        }
        throw ProblemException.of(ProblemCode.SIN_PERMISO);
    }
}
