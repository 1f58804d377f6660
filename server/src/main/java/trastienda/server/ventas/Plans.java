package trastienda.server.ventas;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.ventas.Plan;

import java.util.List;

/// The plans a principal may choose from.
final class Plans {
    private final Database database;
    private final PlanRepository repository;

    Plans(Database database, PlanRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    /// Active ones; all of them for who may edit plans.
    List<Plan> list(Principal principal) {
        return database.read(
                handle -> repository.list(handle, principal.may(Permiso.PLANES_EDITAR)));
    }
}
