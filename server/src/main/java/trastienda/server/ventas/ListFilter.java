package trastienda.server.ventas;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaRules;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// What a list without a text is narrowed to, as conditions on `telefonica_ventaportabilidad v`;
/// every value is bound.
final class ListFilter {
    private final ListQuery query;

    ListFilter(ListQuery query) {
        this.query = query;
    }

    /// Binds what the conditions name.
    void bind(Query statement) {
        var filtro = query.filtro();
        var agentes = query.agentes();
        if (agentes != null) {
            statement.bindArray("agentes", Long.class, agentes);
        }
        bind(statement, "estado", filtro.estado() == null ? null : filtro.estado().wire());
        bind(statement, "plan", filtro.plan());
        bind(statement, "desde", startOf(filtro.fechaDesde()));
        bind(statement, "hasta", startOf(dayAfter(filtro.fechaHasta())));
    }

    private static void bind(Query statement, String name, @Nullable Object value) {
        if (value != null) {
            statement.bind(name, value);
        }
    }

    /// All conditions.
    String where() {
        return (query.agentes() == null ? "" : "v.agente_id = any(:agentes) and ") + filters();
    }

    /// All but whose sales they are.
    String filters() {
        var filtro = query.filtro();
        var sql = new StringBuilder("true\n");
        if (filtro.estado() != null) {
            sql.append("and v.estado_venta collate \"C\" = :estado\n");
        }
        if (filtro.plan() != null) {
            sql.append("and v.plan_adquiere_id = :plan\n");
        }
        if (filtro.fechaDesde() != null) {
            sql.append("and v.fecha_creacion >= :desde\n");
        }
        if (filtro.fechaHasta() != null) {
            sql.append("and v.fecha_creacion < :hasta\n");
        }
        confronta(sql, filtro);
        return sql.toString();
    }

    private static void confronta(StringBuilder sql, FiltroVentas filtro) {
        var con = filtro.conConfronta();
        if (con != null) {
            sql.append("and v.estado_confronta collate \"C\" ")
                    .append(con ? "<>" : "=")
                    .append(" 'ninguna'\n");
        }
        var porSubir = filtro.porSubir();
        if (porSubir != null) {
            // the second condition is the index's own, so that it is seen to apply
            sql.append(
                    porSubir
                            ? """
                            and v.estado_confronta collate "C" = 'por_subir'
                            and v.estado_confronta <> 'guardada'
                            """
                            : "and v.estado_confronta collate \"C\" <> 'por_subir'\n");
        }
    }

    static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(VentaRules.ZONE).toOffsetDateTime();
    }
}
