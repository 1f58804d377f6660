package trastienda.server.ventas;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

/// Sales as their scope lets them be seen.
final class DatabaseVentaAccess implements VentaAccess {
    private final Database database;
    private final AccessRepository repository;

    DatabaseVentaAccess(Database database, AccessRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public VentaRef require(Principal principal, long id) {
        var scope = Scope.of(principal);
        return database.read(handle -> repository.find(handle, scope, id, false))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
    }

    @Override
    public VentaRef lock(Tx tx, long id) {
        return repository
                .find(tx.handle(), Scope.of(tx.actor().principal()), id, true)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
    }
}
