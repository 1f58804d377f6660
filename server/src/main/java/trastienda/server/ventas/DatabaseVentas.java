package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.DatoVenta;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

/// Sales with all their rules, in PostgreSQL.
final class DatabaseVentas implements Ventas {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final VentaAccess access;
    private final VentasRepository repository;
    private final VentaAuthority authority;
    private final VentaWriter writer;

    DatabaseVentas(
            Database database,
            VentaAccess access,
            VentasRepository repository,
            VentaAuthority authority,
            VentaWriter writer) {
        this.database = database;
        this.access = access;
        this.repository = repository;
        this.authority = authority;
        this.writer = writer;
    }

    @Override
    public VentaDetalle detail(Principal principal, long id) {
        access.require(principal, id);
        return database.read(handle -> detail(handle, principal, id));
    }

    @Override
    public VentaDetalle register(Actor actor, VentaDatos datos) {
        return database.write(actor, tx -> register(tx, datos));
    }

    @Override
    public VentaDetalle register(Tx tx, VentaDatos datos) {
        return register(tx, datos, null);
    }

    @Override
    public VentaDetalle registerAnyway(Tx tx, VentaDatos datos, String motivo) {
        if (!tx.actor().principal().may(Permiso.VENTAS_EXCEPCION)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        var reason = motivo.strip();
        if (reason.isEmpty()) {
            throw ProblemException.field(ProblemCode.DATOS_INVALIDOS, "motivo", Regla.OBLIGATORIO);
        }
        if (reason.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "motivo", Regla.LARGO_MAXIMO, LONGEST_REASON);
        }
        return register(tx, datos, reason);
    }

    private VentaDetalle register(Tx tx, VentaDatos datos, @Nullable String exception) {
        var principal = tx.actor().principal();
        var agente = authority.agentOf(tx.handle(), principal, datos.agente());
        var id = writer.register(tx, datos, agente, exception);
        return detail(tx.handle(), principal, id);
    }

    @Override
    public VentaDetalle correct(Actor actor, long id, VentaDatos datos) {
        return database.write(actor, tx -> correct(tx, id, datos));
    }

    @Override
    public VentaDetalle correct(Tx tx, long id, VentaDatos datos) {
        access.lock(tx, id);
        var principal = tx.actor().principal();
        var now = kept(tx.handle(), id).venta();
        if (!authority.corrects(tx.handle(), principal, now)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        var version = datos.version();
        if (version == null) {
            throw ProblemException.field(ProblemCode.DATOS_INVALIDOS, "version", Regla.OBLIGATORIO);
        }
        var checked = writer.checked(tx, datos, now);
        if (version != now.version()) {
            throw ProblemException.stale(
                    Json.mapper().valueToTree(detail(tx.handle(), principal, id)));
        }
        if (!authority.stateAllows(principal, now)) {
            throw ProblemException.of(ProblemCode.ESTADO_NO_PERMITE);
        }
        writer.correct(tx, checked, now);
        return detail(tx.handle(), principal, id);
    }

    /// One sensitive value, audited.
    DatoVenta dato(Actor actor, long id, String campo) {
        return database.write(
                actor,
                tx -> {
                    access.lock(tx, id);
                    var venta = kept(tx.handle(), id).venta();
                    var valor =
                            switch (campo) {
                                case "documento" -> venta.documento();
                                case "documento_dv" -> venta.documentoDv();
                                case "telefono_legalizacion" -> venta.telefonoLegalizacion();
                                case "numero_a_portar" -> venta.numeroAPortar();
                                case "nip" -> Vista.erased(venta) ? null : venta.nip();
                                default -> throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
                            };
                    tx.audit(AuditEntry.of("ventas.ver_dato." + campo, "venta:" + id));
                    return new DatoVenta(campo, valor);
                });
    }

    private VentaDetalle detail(Handle handle, Principal principal, long id) {
        var registro = kept(handle, id);
        var venta = registro.venta();
        var correctable =
                principal.may(Permiso.VENTAS_CORREGIR)
                        && authority.stateAllows(principal, venta)
                        && authority.corrects(handle, principal, venta);
        return Vista.of(principal, registro, correctable);
    }

    private Registro kept(Handle handle, long id) {
        return repository
                .find(handle, id)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
    }
}
