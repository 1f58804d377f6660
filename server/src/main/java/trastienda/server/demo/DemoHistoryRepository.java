package trastienda.server.demo;

import trastienda.server.demo.DemoHistory.Step;
import trastienda.server.platform.db.Tx;
import trastienda.shared.json.Json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the histories of the demo's sales into the audit, oldest first, in one go.
final class DemoHistoryRepository {
    private static final List<String> COLUMNS =
            List.of(
                    "cuando",
                    "usuario_id",
                    "quien",
                    "clase",
                    "programa",
                    "accion",
                    "objeto",
                    "cambios",
                    "motivo");

    private record Line(DemoVenta venta, long id, Step step) {}

    /// @return how many lines were written
    long write(Tx tx, List<DemoVenta> ventas, DemoIds ids) {
        var sales = sales(tx);
        var lines = new ArrayList<Line>();
        for (var venta : ventas) {
            var id = sales.get(venta.numero());
            if (id != null) {
                DemoHistory.of(venta).forEach(step -> lines.add(new Line(venta, id, step)));
            }
        }
        lines.sort(Comparator.comparing(line -> line.step.when()));
        tx.handle()
                .createQuery("select trastienda.crear_particiones_auditoria_desde(:first)")
                .bind("first", DemoDays.day(ventas.getFirst().creada()))
                .mapTo(Integer.class)
                .one();
        var rows = new CopyRows("trastienda.auditoria", COLUMNS);
        for (var line : lines) {
            var step = line.step;
            var who = step.agent() ? ids.agentName(line.venta) : ids.backofficeName(line.venta);
            rows.add(
                    step.when(),
                    ids.user(who),
                    who,
                    "usuario",
                    "demo",
                    step.accion(),
                    "venta:" + line.id,
                    Json.mapper().writeValueAsString(step.changes()),
                    step.motivo());
        }
        return rows.send(tx.handle().getConnection());
    }

    private static Map<String, Long> sales(Tx tx) {
        var ids = new HashMap<String, Long>();
        tx.handle()
                .createQuery("select id, numero from telefonica_ventaportabilidad where propia")
                .map((row, context) -> Map.entry(row.getString("numero"), row.getLong("id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }
}
