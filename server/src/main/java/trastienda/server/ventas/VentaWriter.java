package trastienda.server.ventas;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Tx;
import trastienda.shared.eventos.Topics;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.RevisionVenta;
import trastienda.shared.ventas.Transiciones;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaLimpia;
import trastienda.shared.ventas.VentaRules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes sales inside a transaction: validates against the database too, numbers them, keeps one
/// active sale per line and one sale per order number, and tells and audits what was done.
final class VentaWriter {
    /// The seed's comment on a correction, word by word.
    static final String RESENT = "Venta corregida y reenviada a revisión";

    private static final String DEFAULT_BASE = "Base de datos";
    private static final DateTimeFormatter NUMERO =
            DateTimeFormatter.ofPattern("'PORTA-'uuuuMMddHHmmss");

    private final VentasRepository repository;
    private final AccessRepository access;
    private final PlanRepository plans;
    private final Sensitive sensitive;
    private final Clock clock;

    VentaWriter(
            VentasRepository repository,
            AccessRepository access,
            PlanRepository plans,
            Sensitive sensitive,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.plans = plans;
        this.sensitive = sensitive;
        this.clock = clock;
    }

    /// Registers a sale of that agent and returns its id.
    ///
    /// @param exception why it is registered although its line has an active sale; null where that
    ///   is not to be
    long register(Tx tx, VentaDatos datos, Agente agente, @Nullable String exception) {
        var checked = check(tx, withDefaults(datos, agente), null);
        var taken = repository.lineTaken(tx, checked.venta().numeroAPortar(), 0);
        if (taken && exception == null) {
            throw ProblemException.of(ProblemCode.LINEA_CON_VENTA_ACTIVA);
        }
        var id = insert(tx, checked, agente);
        var changes = Correction.changes(null, checked.venta());
        // a reason that proved needless was given all the same: it stays with the sale
        tx.audit(
                new AuditEntry(
                        "ventas.registrar",
                        "venta:" + id,
                        sensitive.mask(changes),
                        taken ? null : exception));
        if (taken) {
            tx.audit(new AuditEntry("ventas.excepcion", "venta:" + id, List.of(), exception));
        }
        tell(tx, Topics.VENTA_REGISTRADA, id);
        return id;
    }

    /// The corrected fields with all that is wrong with them.
    Checked checked(Tx tx, VentaDatos datos, VentaDetalle now) {
        return check(tx, Correction.merge(datos, now), now);
    }

    /// Writes the corrected fields; a returned sale goes back to review.
    void correct(Tx tx, Checked checked, VentaDetalle now) {
        var venta = checked.venta();
        if (!Transiciones.CERRADAS.contains(now.estadoVenta())
                && !venta.numeroAPortar().equals(now.numeroAPortar())
                && repository.lineTaken(tx, venta.numeroAPortar(), now.id())) {
            throw ProblemException.of(ProblemCode.LINEA_CON_VENTA_ACTIVA);
        }
        var returned = now.estadoVenta() == EstadoVenta.DEVUELTA;
        var estado = returned ? EstadoVenta.PENDIENTE_REVISION : now.estadoVenta();
        var newPlan =
                Objects.equals(now.planAdquiere(), venta.planAdquiere()) ? null : checked.plan();
        orderRaces(
                () -> {
                    repository.update(tx, now.id(), venta, newPlan, checked.warnings(), estado);
                    return now.id();
                });
        var changes = new ArrayList<>(Correction.changes(now, venta));
        if (returned) {
            changes.add(new Change("estado_venta", now.estadoVenta().wire(), estado.wire()));
        }
        tx.audit(
                new AuditEntry(
                        "ventas.corregir",
                        "venta:" + now.id(),
                        sensitive.mask(changes),
                        returned ? RESENT : null));
        tell(tx, Topics.VENTA_CAMBIADA, now.id());
    }

    /// Fields that may be written.
    record Checked(VentaLimpia venta, @Nullable Plan plan, List<FieldError> warnings) {}

    /// Every error at once, those of the fields and those that only the database knows.
    private Checked check(Tx tx, VentaDatos datos, @Nullable VentaDetalle now) {
        var today = LocalDate.ofInstant(clock.instant(), VentaRules.ZONE);
        var revision = VentaRules.check(datos, today);
        var errors = new ArrayList<FieldError>();
        if (revision instanceof RevisionVenta.Invalida invalid) {
            errors.addAll(invalid.errores());
        }
        var plan = plan(tx, datos, now, errors);
        order(tx, datos, now, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, errors);
        }
        return switch (revision) {
            case RevisionVenta.Valida(var venta, var warnings) ->
                    new Checked(venta, plan, warnings);
            case RevisionVenta.Invalida(var invalid, var _) ->
                    throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, invalid);
        };
    }

    private @Nullable Plan plan(
            Tx tx, VentaDatos datos, @Nullable VentaDetalle now, List<FieldError> errors) {
        var id = datos.planAdquiere();
        if (id == null || wrong(errors, "plan_adquiere")) {
            return null;
        }
        var plan = plans.sellable(tx.handle(), id);
        var kept = now != null && id.equals(now.planAdquiere());
        if (plan.isEmpty() && !kept) {
            errors.add(FieldError.of("plan_adquiere", Regla.PLAN_DESCONOCIDO));
        }
        return plan.orElse(null);
    }

    private void order(
            Tx tx, VentaDatos datos, @Nullable VentaDetalle now, List<FieldError> errors) {
        var typed = datos.numeroOrden();
        if (typed == null || wrong(errors, "numero_orden")) {
            return;
        }
        var same = now != null && now.numeroOrden().strip().equalsIgnoreCase(typed.strip());
        if (!same && repository.orderTaken(tx, typed.strip(), now == null ? 0 : now.id())) {
            errors.add(FieldError.of("numero_orden", Regla.ORDEN_REPETIDA));
        }
    }

    private static boolean wrong(List<FieldError> errors, String campo) {
        return errors.stream().anyMatch(error -> error.campo().equals(campo));
    }

    private static VentaDatos withDefaults(VentaDatos d, Agente agente) {
        return new VentaDatos(
                d.tipoDocumento(),
                d.documento(),
                d.documentoDv(),
                d.fechaExpedicion(),
                d.nombreCompleto(),
                d.telefonoLegalizacion(),
                d.planAdquiere(),
                d.numeroAPortar(),
                d.nip(),
                d.fechaEntrega(),
                d.fechaVentanaCambio(),
                d.numeroOrden(),
                blank(d.baseOrigen()) ? DEFAULT_BASE : d.baseOrigen(),
                blank(d.usuarioGreta()) ? agente.username() : d.usuarioGreta(),
                d.observacion(),
                d.agente(),
                d.version());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /// Under the number of the first free second from now on.
    private long insert(Tx tx, Checked checked, Agente agente) {
        var plan = Objects.requireNonNull(checked.plan());
        var entry = new VentasRepository.Entry(agente.id(), tx.actor().principal().userId());
        var from = LocalDateTime.ofInstant(clock.instant(), VentaRules.ZONE).withNano(0);
        while (true) {
            var second = repository.freeSecond(tx, from);
            var numero = NUMERO.format(second);
            var id =
                    orderRaces(
                            () ->
                                    repository.insert(
                                            tx,
                                            numero,
                                            checked.venta(),
                                            plan,
                                            checked.warnings(),
                                            entry));
            if (id.isPresent()) {
                return id.get();
            }
            from = second.plusSeconds(1);
        }
    }

    private interface Write<T> {
        T run();
    }

    /// Another program may take the order number at the same instant; its own constraint says so.
    private static <T> T orderRaces(Write<T> write) {
        try {
            return write.run();
        } catch (UnableToExecuteStatementException failure) {
            if (failure.getCause() instanceof PSQLException sql
                    && "23505".equals(sql.getSQLState())
                    && sql.getServerErrorMessage() != null
                    && String.valueOf(sql.getServerErrorMessage().getConstraint())
                            .contains("orden")) {
                throw ProblemException.field(
                        ProblemCode.DATOS_INVALIDOS, "numero_orden", Regla.ORDEN_REPETIDA);
            }
            throw failure;
        }
    }

    private void tell(Tx tx, String topic, long id) {
        var ref =
                access.find(tx.handle(), new Scope.All(), id, false)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
        tx.event(
                new EventDraft(
                        topic,
                        ref.ref(),
                        ref.channels(),
                        Map.of("estado_venta", ref.estado().wire(), "version", ref.version())));
    }
}
