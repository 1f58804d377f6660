package trastienda.server.demo;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/// Ids in the database of the people and plans that the sales name.
record DemoIds(DemoPeople people, Map<String, Long> users, Map<String, Long> planes) {
    long plan(DemoPlanes.DemoPlan plan) {
        return Objects.requireNonNull(planes.get(plan.codigo()));
    }

    long agent(DemoVenta venta) {
        return user(agentName(venta));
    }

    String agentName(DemoVenta venta) {
        return people.agents().get(venta.agente()).username();
    }

    String backofficeName(DemoVenta venta) {
        return people.backoffice().get(Math.max(0, venta.backoffice())).username();
    }

    @Nullable Long backoffice(DemoVenta venta) {
        return venta.backoffice() < 0
                ? null
                : Long.valueOf(user(people.backoffice().get(venta.backoffice()).username()));
    }

    long user(String username) {
        return Objects.requireNonNull(users.get(username));
    }
}
