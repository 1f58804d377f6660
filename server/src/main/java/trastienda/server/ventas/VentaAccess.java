package trastienda.server.ventas;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Tx;

/// The one place that says whether a principal sees a sale. Sales of others do not exist for them.
public interface VentaAccess {
    /// The sale, for a principal that sees it.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO` when there is none or it
    ///   is another's
    VentaRef require(Principal principal, long id);

    /// The sale as it is now, for the transaction's principal, and locked until the transaction
    /// ends: two changes of one sale or of its files come one after the other.
    ///
    /// @throws trastienda.shared.problem.ProblemException as [#require]
    VentaRef lock(Tx tx, long id);
}
