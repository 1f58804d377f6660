package trastienda.server.ventas;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Tx;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

/// What can be done with sales: registering, correcting and reading them, with all their rules.
public interface Ventas {
    /// A sale as the principal may see it.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`
    VentaDetalle detail(Principal principal, long id);

    /// Registers a sale.
    ///
    /// @throws trastienda.shared.problem.ProblemException `DATOS_INVALIDOS` with every wrong field,
    ///   `SIN_PERMISO`, `LINEA_CON_VENTA_ACTIVA`
    VentaDetalle register(Actor actor, VentaDatos datos);

    /// As the other, inside the caller's transaction.
    VentaDetalle register(Tx tx, VentaDatos datos);

    /// As the other, although the line has an active sale: for who may grant exceptions, with the
    /// reason that the audit keeps.
    ///
    /// @throws trastienda.shared.problem.ProblemException also `SIN_PERMISO`, and `DATOS_INVALIDOS`
    ///   without a reason
    VentaDetalle registerAnyway(Tx tx, VentaDatos datos, String motivo);

    /// Corrects a sale: its own agent when it was returned (it goes back to review), a supervisor
    /// for an absent agent, an administrator always. `datos.version` must be the current one.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`, `SIN_PERMISO`,
    ///   `DATOS_INVALIDOS`, `VERSION_VIEJA` with the current row, `ESTADO_NO_PERMITE`,
    ///   `LINEA_CON_VENTA_ACTIVA`
    VentaDetalle correct(Actor actor, long id, VentaDatos datos);

    /// As the other, inside the caller's transaction.
    VentaDetalle correct(Tx tx, long id, VentaDatos datos);
}
