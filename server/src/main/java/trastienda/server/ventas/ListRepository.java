package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.json.WireEnum;
import trastienda.shared.ventas.VentaFila;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the list of sales.
final class ListRepository {
    private static final RowMapper<ListRow> ROW = (row, context) -> row(row);

    /// A place in the list, by row number.
    record Anchor(
            long fila, String key, String fecha, @Nullable String nombre, long agente, long id) {}

    /// One page's rows in the direction read, at most `limit`.
    List<ListRow> page(
            Handle handle, ListSql sql, @Nullable VentaCursor after, int limit, long skip) {
        if (skip == 0 && sql.glances()) {
            var near = rows(handle, sql, sql.glance(after), after, limit, skip);
            if (near.size() == limit) {
                return named(handle, near);
            }
        }
        return named(handle, rows(handle, sql, sql.page(after), after, limit, skip));
    }

    private static List<ListRow> rows(
            Handle handle,
            ListSql sql,
            String text,
            @Nullable VentaCursor after,
            int limit,
            long skip) {
        var statement = statement(handle, text);
        sql.bind(statement, after);
        return statement.bind("limite", limit).bind("salto", skip).map(ROW).list();
    }

    private List<ListRow> named(Handle handle, List<ListRow> rows) {
        var agents = new HashSet<Long>();
        for (var row : rows) {
            var agent = row.fila().agenteId();
            if (agent != null) {
                agents.add(agent);
            }
        }
        var names = names(handle, agents);
        return rows.stream()
                .map(
                        row -> {
                            var agent = row.fila().agenteId();
                            var name = agent == null ? null : names.get(agent);
                            return name == null ? row : row.withAgente(name);
                        })
                .toList();
    }

    /// How many sales the filter finds.
    long count(Handle handle, ListSql sql) {
        var statement = statement(handle, sql.count());
        sql.bind(statement, null);
        return statement.mapTo(Long.class).one();
    }

    /// The place after every `step`-th row.
    List<Anchor> anchors(Handle handle, ListSql sql, int step) {
        var statement = statement(handle, sql.anchors());
        sql.bind(statement, null);
        return statement
                .bind("cada", step)
                .map(
                        (row, context) ->
                                new Anchor(
                                        row.getLong("fila"),
                                        row.getString("clave"),
                                        row.getString("fecha"),
                                        row.getString("nombre"),
                                        row.getLong("agente"),
                                        row.getLong("id")))
                .list();
    }

    /// The members of the teams a person supervises, and that person.
    List<Long> team(Handle handle, long supervisor) {
        return handle.createQuery(
                        """
                        select m.user_id from trastienda.equipo_miembros m
                        join trastienda.equipo_supervisores s using (equipo_id)
                        where s.user_id = :yo
                        union select :yo
                        """)
                .bind("yo", supervisor)
                .mapTo(Long.class)
                .list();
    }

    /// What people are called, by id.
    Map<Long, String> names(Handle handle, Set<Long> ids) {
        var names = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            handle.createQuery(
                            "select u.id, "
                                    + ListSql.AGENT_NAME
                                    + " as nombre from auth_user u where u.id = any(:ids)")
                    .bindArray("ids", Long.class, ids)
                    .map((row, context) -> Map.entry(row.getLong("id"), row.getString("nombre")))
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    /// A plan made for these values: the best index depends on them, so a statement is never
    /// prepared for all.
    private static Query statement(Handle handle, String sql) {
        return handle.createQuery(sql).addCustomizer(new PlannedAnew());
    }

    private static final class PlannedAnew implements StatementCustomizer {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
                throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    private static ListRow row(ResultSet row) throws SQLException {
        var cfm = row.getBigDecimal("plan_cfm");
        return new ListRow(
                new VentaFila(
                        row.getLong("id"),
                        Rows.text(row, "numero"),
                        Rows.instant(row, "fecha_creacion"),
                        AccessRepository.estado(row.getString("estado_venta")),
                        Rows.text(row, "nombre_completo"),
                        Rows.text(row, "tipo_documento"),
                        Rows.text(row, "documento"),
                        Rows.text(row, "telefono_legalizacion"),
                        Rows.text(row, "numero_a_portar"),
                        Rows.text(row, "numero_orden"),
                        Rows.text(row, "plan_nombre"),
                        cfm == null ? BigDecimal.ZERO : cfm,
                        Rows.id(row, "agente_id"),
                        "",
                        Rows.date(row, "fecha_ventana_cambio"),
                        confronta(row.getString("estado_confronta")),
                        row.getLong("version")),
                Rows.text(row, "clave"),
                Rows.text(row, "fecha"),
                row.getString("nombre"),
                row.getLong("agente"));
    }

    static EstadoConfronta confronta(@Nullable String wire) {
        return wire == null
                ? EstadoConfronta.NINGUNA
                : WireEnum.of(EstadoConfronta.class, wire).orElse(EstadoConfronta.NINGUNA);
    }
}
