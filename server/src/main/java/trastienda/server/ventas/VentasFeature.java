package trastienda.server.ventas;

import trastienda.server.auditoria.AuditTrail;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Secrets;
import trastienda.server.platform.db.SensitiveValues;
import trastienda.server.platform.http.Cursors;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.idempotency.Idempotency;

import java.time.Clock;

/// Wires the sales.
public final class VentasFeature {
    private final VentaAccess access;
    private final VentaConfronta confronta;
    private final DatabaseVentas ventas;
    private final VentasList list;
    private final VentasRoutes routes;

    public VentasFeature(Database database, AuditTrail trail, Clock clock) {
        var accessRepository = new AccessRepository();
        var repository = new VentasRepository();
        var planRepository = new PlanRepository();
        access = new DatabaseVentaAccess(database, accessRepository);
        confronta = accessRepository;
        var writer =
                new VentaWriter(
                        repository,
                        accessRepository,
                        planRepository,
                        new Sensitive(SensitiveValues.of(database)),
                        clock);
        ventas =
                new DatabaseVentas(
                        database,
                        access,
                        repository,
                        new VentaAuthority(new PeopleRepository()),
                        writer);
        list =
                new VentasList(
                        database,
                        new ListRepository(),
                        new Cursors(Secrets.key(database, "cursores")),
                        clock);
        routes =
                new VentasRoutes(
                        list,
                        ventas,
                        new KeyedWrites(database, ventas, new Idempotency(clock)),
                        new History(access, trail),
                        new Plans(database, planRepository));
    }

    /// The list.
    VentasList list() {
        return list;
    }

    /// Whether a principal sees a sale.
    public VentaAccess access() {
        return access;
    }

    /// The sale's confronta columns.
    public VentaConfronta confronta() {
        return confronta;
    }

    /// Registering, correcting and reading sales.
    public Ventas ventas() {
        return ventas;
    }

    /// Declares this feature's routes.
    public void routes(Routes all) {
        routes.declare(all);
    }
}
