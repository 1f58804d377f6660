package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.json.WireEnum;
import trastienda.shared.ventas.VentaFila;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the list of sales.
final class ListRepository {
    private static final RowMapper<ListRow> ROW = (row, context) -> row(row);

    private static final String NAMES =
            "select u.id, " + ListSql.AGENT_NAME + " from auth_user u where u.id = any(?)";

    /// A place in the list, by row number.
    record Anchor(
            long fila,
            @Nullable String key,
            @Nullable String fecha,
            long day,
            @Nullable String nombre,
            long agente,
            long id) {}

    /// One page's rows in the direction read, at most `limit`.
    ///
    /// @param back read towards the start
    List<ListRow> page(
            Handle handle,
            ListQuery query,
            Counted counted,
            boolean back,
            @Nullable VentaCursor after,
            int limit,
            long skip) {
        return named(
                handle,
                query.hasWords()
                        ? found(handle, query, counted, back, after, limit, skip)
                        : listed(handle, new ListSql(query, back), after, limit, skip));
    }

    private static List<ListRow> listed(
            Handle handle, ListSql sql, @Nullable VentaCursor after, int limit, long skip) {
        var statement = statement(handle, sql.page(after));
        sql.bind(statement, after);
        return statement.bind("limite", limit).bind("salto", skip).map(ROW).list();
    }

    private static List<ListRow> found(
            Handle handle,
            ListQuery query,
            Counted counted,
            boolean back,
            @Nullable VentaCursor after,
            int limit,
            long skip) {
        var text = new ListText(query, back);
        if (!query.many() || skip > 0) {
            return found(handle, text, text.found(counted), after, limit, skip);
        }
        var rows = new ArrayList<ListRow>();
        var windows = text.windows(counted, after, limit);
        while (rows.size() < limit && windows.hasNext()) {
            rows.addAll(found(handle, text, windows.next(), after, limit - rows.size(), 0));
        }
        return rows;
    }

    private static List<ListRow> found(
            Handle handle,
            ListText text,
            @Nullable Days days,
            @Nullable VentaCursor after,
            int limit,
            long skip) {
        var statement = handle.createQuery(text.page(after));
        text.bind(statement, days, after);
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
    Counted count(Handle handle, ListQuery query, long now) {
        if (query.hasWords()) {
            var text = new ListText(query, false);
            var statement = handle.createQuery(text.count());
            text.bind(statement, text.asked(), null);
            return statement
                    .map(
                            (row, context) ->
                                    new Counted(
                                            row.getLong("cuenta"),
                                            new Days(row.getLong("desde"), row.getLong("hasta")),
                                            now))
                    .one();
        }
        var sql = new ListSql(query, false);
        var statement = statement(handle, sql.count());
        sql.bind(statement, null);
        return new Counted(statement.mapTo(Long.class).one(), Counted.ANY, now);
    }

    /// The place after every `step`-th row.
    List<Anchor> anchors(Handle handle, ListQuery query, Counted counted, int step) {
        Query statement;
        if (query.hasWords()) {
            var text = new ListText(query, false);
            statement = handle.createQuery(text.anchors());
            text.bind(statement, text.found(counted), null);
        } else {
            var sql = new ListSql(query, false);
            statement = statement(handle, sql.anchors());
            sql.bind(statement, null);
        }
        return statement
                .bind("cada", step)
                .map(
                        (row, context) ->
                                new Anchor(
                                        row.getLong("fila"),
                                        row.getString("clave"),
                                        row.getString("fecha"),
                                        row.getLong("dia"),
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

    /// What people are called, by id. Without Jdbi, whose binding of an array costs as much as all
    /// the rest of a page.
    Map<Long, String> names(Handle handle, Set<Long> ids) {
        var names = new HashMap<Long, String>();
        if (ids.isEmpty()) {
            return names;
        }
        try (var statement = handle.getConnection().prepareStatement(NAMES)) {
            statement.setArray(1, handle.getConnection().createArrayOf("bigint", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
            return names;
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
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
