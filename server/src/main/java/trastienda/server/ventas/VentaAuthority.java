package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaDetalle;

/// Who may register and correct for whom: agents for themselves, supervisors for an absent agent of
/// their teams, administrators for anyone.
final class VentaAuthority {
    private final PeopleRepository people;

    VentaAuthority(PeopleRepository people) {
        this.people = people;
    }

    /// The agent a new sale belongs to.
    ///
    /// @param asked the agent named in the form; null for oneself
    /// @throws ProblemException `SIN_PERMISO`, or `DATOS_INVALIDOS` for an agent one cannot
    ///   register for
    Agente agentOf(Handle handle, Principal principal, @Nullable Long asked) {
        var me = principal.userId();
        if (!principal.may(Permiso.VENTAS_REGISTRAR)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        if (me != null && (asked == null || asked.equals(me)) && sells(principal)) {
            return people.agent(handle, me)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.SIN_PERMISO));
        }
        if (!principal.may(Permiso.VENTAS_REGISTRAR_POR_OTRO)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        if (asked == null) {
            throw wrongAgent(Regla.OBLIGATORIO);
        }
        return people.agent(handle, asked)
                .filter(agent -> everyones(principal) || mayStandIn(handle, me, agent))
                .orElseThrow(() -> wrongAgent(Regla.ASESOR_NO_AUSENTE));
    }

    /// Whether the principal may ever correct this sale, whatever its state.
    boolean corrects(Handle handle, Principal principal, VentaDetalle venta) {
        if (!principal.may(Permiso.VENTAS_CORREGIR)) {
            return false;
        }
        var me = principal.userId();
        var agent = venta.agenteId();
        if (everyones(principal) || (me != null && me.equals(agent) && sells(principal))) {
            return true;
        }
        return agent != null
                && principal.may(Permiso.VENTAS_REGISTRAR_POR_OTRO)
                && people.agent(handle, agent)
                        .filter(person -> mayStandIn(handle, me, person))
                        .isPresent();
    }

    /// Whether the sale's state lets the principal correct it: returned, or any for administrators.
    boolean stateAllows(Principal principal, VentaDetalle venta) {
        return everyones(principal) || venta.estadoVenta() == EstadoVenta.DEVUELTA;
    }

    private static boolean sells(Principal principal) {
        return principal.may(Permiso.VENTAS_VER_PROPIAS) || everyones(principal);
    }

    private static boolean everyones(Principal principal) {
        return principal.may(Permiso.VENTAS_REGISTRAR_POR_OTRO)
                && principal.may(Permiso.VENTAS_VER_TODAS);
    }

    private boolean mayStandIn(Handle handle, @Nullable Long me, Agente agent) {
        return me != null && agent.absent() && people.supervises(handle, me, agent.id());
    }

    private static ProblemException wrongAgent(Regla regla) {
        return ProblemException.field(ProblemCode.DATOS_INVALIDOS, "agente", regla);
    }
}
