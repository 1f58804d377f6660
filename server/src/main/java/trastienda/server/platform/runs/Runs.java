package trastienda.server.platform.runs;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.shared.json.Json;
import trastienda.shared.json.WireEnum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Creates runs, hands out their chunks, counts what became of them. A node takes a chunk under a
/// lease, works outside any transaction, and finishes in one that also holds the chunk's results; a
/// node that was paused past its lease finds another epoch there and cannot finish. Lanes keep one
/// kind of work from holding up another: a worker claims from its own lane.
public final class Runs {
    private final Database database;
    private final Clock clock;
    private final String node;

    /// @param database the jobs' pool
    /// @param node this node's name
    public Runs(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /// What a new run is to do. `total` counts rows, `chunks` say which rows each piece has.
    public record Order(
            String tipo, String carril, Object parametros, long total, List<?> chunks) {}

    /// Enters a run; workers find it once the transaction has committed.
    public long create(Tx tx, Order order) {
        var handle = tx.handle();
        var principal = tx.actor().principal();
        var id =
                handle.createQuery(
                                """
                                insert into trastienda.corridas
                                    (tipo, carril, parametros, total, usuario_id, quien, creada)
                                values (:tipo, :carril, :parametros::jsonb, :total, :user, :who,
                                    :now)
                                returning id
                                """)
                        .bind("tipo", order.tipo)
                        .bind("carril", order.carril)
                        .bind("parametros", Json.mapper().writeValueAsString(order.parametros))
                        .bind("total", order.total)
                        .bind("user", principal.userId())
                        .bind("who", principal.name())
                        .bind("now", now(Duration.ZERO))
                        .mapTo(Long.class)
                        .one();
        var batch =
                handle.prepareBatch(
                        """
                        insert into trastienda.corridas_trozos (corrida_id, n, datos)
                        values (?, ?, ?::jsonb)
                        """);
        int n = 0;
        for (var chunk : order.chunks) {
            batch.bind(0, id).bind(1, n++).bind(2, Json.mapper().writeValueAsString(chunk)).add();
        }
        if (n > 0) {
            batch.execute();
        } else {
            settle(handle, id);
        }
        return id;
    }

    /// Takes the next free chunk of the lane, or one whose node let its lease run out.
    ///
    /// @param lease how long the chunk may take without [#renew]
    ///
    ///   A run whose row another node holds at this moment is passed over, so that two nodes never
    ///   wait for each other; who holds it goes on with it.
    public Optional<Chunk> claim(String lane, Duration lease) {
        return database.alone(handle -> handle.inTransaction(h -> claim(h, lane, lease)));
    }

    /// Lengthens the lease; false when another has the chunk now, or the run is to stop: end then.
    public boolean renew(Chunk chunk, Duration lease) {
        return database.alone(
                handle ->
                        handle.createUpdate(
                                                """
                                                update trastienda.corridas_trozos t
                                                set arrendado = :until
                                                from trastienda.corridas c
                                                where t.corrida_id = :run and t.n = :n
                                                    and t.epoca = :epoca and t.estado = 'tomado'
                                                    and c.id = t.corrida_id and not c.cancelar
                                                """)
                                        .bind("until", now(lease))
                                        .bind("run", chunk.runId())
                                        .bind("n", chunk.n())
                                        .bind("epoca", chunk.epoca())
                                        .execute()
                                == 1);
    }

    /// Ends the chunk in its last transaction, with what became of its rows.
    ///
    /// @return the run as it stands after; it has ended when this was its last chunk
    /// @throws IllegalStateException when another has taken the chunk over: the transaction must
    ///   not commit
    public Run finish(Tx tx, Chunk chunk, List<RowResult> rows) {
        var handle = tx.handle();
        // the run first, for all who finish: one order of locks
        handle.createQuery("select epoca from trastienda.corridas where id = :run for update")
                .bind("run", chunk.runId())
                .mapTo(Long.class)
                .one();
        var mine =
                handle.createUpdate(
                                """
                                update trastienda.corridas_trozos set estado = 'hecho'
                                where corrida_id = :run and n = :n and epoca = :epoca
                                    and estado = 'tomado'
                                """)
                        .bind("run", chunk.runId())
                        .bind("n", chunk.n())
                        .bind("epoca", chunk.epoca())
                        .execute();
        if (mine != 1) {
            throw new IllegalStateException("the chunk was taken over by another node");
        }
        keep(handle, chunk.runId(), rows);
        settle(handle, chunk.runId());
        return find(handle, chunk.runId()).orElseThrow();
    }

    /// Asks a run to stop: no further chunk is handed out, taken ones end or let go.
    public void cancel(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.corridas set cancelar = true
                        where id = :id and estado in ('pendiente', 'en_curso')
                        """)
                .bind("id", id)
                .execute();
        settle(tx.handle(), id);
    }

    /// Ends a run that cannot go on.
    public void fail(Tx tx, long id, String error) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.corridas
                        set estado = 'fallida', error = :error, terminada = :now, cancelar = true
                        where id = :id and estado in ('pendiente', 'en_curso')
                        """)
                .bind("id", id)
                .bind("error", error)
                .bind("now", now(Duration.ZERO))
                .execute();
    }

    /// Ends cancelled runs whose last chunks were held by nodes that died; to be called now and
    /// then.
    public void sweep() {
        database.alone(
                handle -> {
                    var stopping =
                            handle.createQuery(
                                            """
                                            select id from trastienda.corridas
                                            where cancelar and estado in ('pendiente', 'en_curso')
                                            """)
                                    .mapTo(Long.class)
                                    .list();
                    stopping.forEach(id -> settle(handle, id));
                    return stopping.size();
                });
    }

    /// A run as it stands.
    public Optional<Run> find(long id) {
        return database.read(handle -> find(handle, id));
    }

    private Optional<Chunk> claim(Handle handle, String lane, Duration lease) {
        return handle.createQuery(
                        """
                        with libre as (
                            select t.corrida_id, t.n, t.estado = 'tomado' as abandonado
                            from trastienda.corridas_trozos t
                            join trastienda.corridas c on c.id = t.corrida_id
                            where c.carril = :lane and c.estado in ('pendiente', 'en_curso')
                                and not c.cancelar
                                and (t.estado = 'pendiente'
                                    or t.estado = 'tomado' and t.arrendado < :now)
                            order by t.corrida_id, t.n
                            limit 1
                            for update of c, t skip locked
                        ), tomado as (
                            update trastienda.corridas_trozos t
                            set estado = 'tomado', epoca = t.epoca + 1, nodo = :node,
                                arrendado = :until
                            from libre
                            where t.corrida_id = libre.corrida_id and t.n = libre.n
                            returning t.corrida_id, t.n, t.epoca, t.datos, libre.abandonado
                        )
                        update trastienda.corridas c
                        set estado = 'en_curso', empezada = coalesce(c.empezada, :now),
                            epoca = c.epoca + case when tomado.abandonado then 1 else 0 end
                        from tomado
                        where c.id = tomado.corrida_id
                        returning c.id, tomado.n, tomado.epoca, c.tipo, c.parametros, tomado.datos
                        """)
                .bind("lane", lane)
                .bind("now", now(Duration.ZERO))
                .bind("until", now(lease))
                .bind("node", node)
                .map(
                        (row, context) ->
                                new Chunk(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        json(row, 5),
                                        json(row, 6)))
                .findOne();
    }

    private static void keep(Handle handle, long run, List<RowResult> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch(
                        """
                        insert into trastienda.corridas_filas (corrida_id, clave, bien, detalle)
                        values (?, ?, ?, ?::jsonb)
                        """);
        for (var row : rows) {
            batch.bind(0, run)
                    .bind(1, row.clave())
                    .bind(2, row.bien())
                    .bind(
                            3,
                            row.detalle() == null
                                    ? null
                                    : Json.mapper().writeValueAsString(row.detalle()))
                    .add();
        }
        batch.execute();
        var good = rows.stream().filter(RowResult::bien).count();
        handle.createUpdate(
                        """
                        update trastienda.corridas
                        set hechas = hechas + :good, fallidas = fallidas + :bad
                        where id = :run
                        """)
                .bind("good", good)
                .bind("bad", rows.size() - good)
                .bind("run", run)
                .execute();
    }

    /// Ends the run when nothing is left to hand out and nothing is under way.
    private void settle(Handle handle, long id) {
        handle.createUpdate(
                        """
                        update trastienda.corridas c
                        set estado = case when c.cancelar and exists (
                                    select 1 from trastienda.corridas_trozos t
                                    where t.corrida_id = c.id and t.estado <> 'hecho')
                                then 'cancelada' else 'terminada' end,
                            terminada = :now
                        where c.id = :id and c.estado in ('pendiente', 'en_curso')
                            and not exists (
                                select 1 from trastienda.corridas_trozos t
                                where t.corrida_id = c.id
                                    and (t.estado = 'tomado' and t.arrendado >= :now
                                        or t.estado <> 'hecho' and not c.cancelar))
                        """)
                .bind("id", id)
                .bind("now", now(Duration.ZERO))
                .execute();
    }

    private static Optional<Run> find(Handle handle, long id) {
        return handle.createQuery(
                        """
                        select id, tipo, carril, parametros, estado, total, hechas, fallidas,
                            cancelar, quien, terminada, error
                        from trastienda.corridas where id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne();
    }

    private static Run run(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject(11, OffsetDateTime.class);
        return new Run(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                json(row, 4),
                WireEnum.of(EstadoCorrida.class, row.getString(5)).orElseThrow(),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getBoolean(9),
                row.getString(10),
                ended == null ? null : ended.toInstant(),
                row.getString(12));
    }

    private static JsonNode json(ResultSet row, int column) throws SQLException {
        return Json.mapper().readTree(row.getString(column));
    }

    private OffsetDateTime now(Duration plus) {
        Instant at = clock.instant().plus(plus);
        return at.atOffset(ZoneOffset.UTC);
    }
}
