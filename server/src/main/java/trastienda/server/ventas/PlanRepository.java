package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

import trastienda.shared.ventas.Plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The plans that are sold.
final class PlanRepository {
    private static final String COLUMNS =
            """
            select id, codigo, nombre_plan, caracteristicas, "CFM", "CFM_sin_iva", estado, tipo_plan
            from telefonica_planes_portabilidad
            """;
    private static final RowMapper<Plan> PLAN =
            (row, context) ->
                    new Plan(
                            row.getLong("id"),
                            Rows.text(row, "codigo"),
                            Rows.text(row, "nombre_plan"),
                            Rows.text(row, "caracteristicas"),
                            money(row, "CFM"),
                            money(row, "CFM_sin_iva"),
                            Rows.text(row, "estado"),
                            Rows.text(row, "tipo_plan"));

    /// The plans by name; those that cannot be sold any more only on demand.
    List<Plan> list(Handle handle, boolean alsoInactive) {
        return handle.createQuery(
                        COLUMNS
                                + """
                                where :todos or estado = 'activo'
                                order by nombre_plan collate "es-x-icu", id
                                """)
                .bind("todos", alsoInactive)
                .map(PLAN)
                .list();
    }

    /// The plan, when it can be sold as portability now.
    Optional<Plan> sellable(Handle handle, long id) {
        return handle.createQuery(
                        COLUMNS
                                + """
                                where id = :id and estado = 'activo'
                                  and lower(tipo_plan) = 'portabilidad'
                                """)
                .bind("id", id)
                .map(PLAN)
                .findOne();
    }

    private static BigDecimal money(ResultSet row, String column) throws SQLException {
        var value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }
}
