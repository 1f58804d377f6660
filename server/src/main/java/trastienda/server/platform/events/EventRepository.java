package trastienda.server.platform.events;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.db.Database;
import trastienda.shared.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// The log's tables.
final class EventRepository {
    /// The last seq given, when, and the first one the log still has.
    record State(long seq, Instant at, long first) {}

    /// What one call of the sequencer did; `waitMs` is to pass before the next may do something.
    record Batch(long last, int count, boolean more, int waitMs) {}

    private final Database database;

    EventRepository(Database database) {
        this.database = database;
    }

    static void append(Handle handle, List<EventDraft> events) {
        var batch =
                handle.prepareBatch(
                        """
                        insert into trastienda.eventos_nuevos (topic, ref, channels, public)
                        values (?, ?, ?, ?::jsonb)
                        """);
        for (var event : events) {
            batch.bind(0, event.topic())
                    .bind(1, event.ref())
                    .bindArray(2, String.class, event.channels())
                    .bind(3, Json.mapper().writeValueAsString(event.data()))
                    .add();
        }
        batch.execute();
    }

    State state() {
        return database.read(
                handle ->
                        handle.createQuery(
                                        "select seq, creado, primero from"
                                                + " trastienda.eventos_estado")
                                .map(
                                        (row, context) ->
                                                new State(
                                                        row.getLong(1),
                                                        instant(row, 2),
                                                        row.getLong(3)))
                                .one());
    }

    Batch sequence(int most, int pauseMs) {
        return database.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select ultimo, cuantos, quedan, espera_ms
                                        from trastienda.secuenciar_eventos(
                                            :most, make_interval(secs => :pause / 1000.0))
                                        """)
                                .bind("most", most)
                                .bind("pause", pauseMs)
                                .map(
                                        (row, context) ->
                                                new Batch(
                                                        row.getLong(1),
                                                        row.getInt(2),
                                                        row.getBoolean(3),
                                                        row.getInt(4)))
                                .one());
    }

    /// The events after a seq in order; `since` is when that seq was given, or earlier: it spares
    /// the older days' partitions, because time never goes back along the seqs.
    List<LoggedEvent> after(long seq, long upTo, Instant since, int most) {
        return database.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select seq, topic, ref, channels, public, creado
                                        from trastienda.eventos
                                        where seq > :seq and seq <= :up_to and creado >= :since
                                        order by seq
                                        limit :most
                                        """)
                                .bind("seq", seq)
                                .bind("up_to", upTo)
                                .bind("since", since.atOffset(ZoneOffset.UTC))
                                .bind("most", most)
                                .map((row, context) -> event(row))
                                .list());
    }

    /// Tells ourselves, past the log, whether notifications arrive.
    void notifySelf(String payload) {
        database.read(
                handle ->
                        handle.createQuery(
                                        "select 1 from pg_notify('trastienda_eventos', :payload)")
                                .bind("payload", payload)
                                .mapTo(Integer.class)
                                .one());
    }

    int makePartitions(int days) {
        return count("select trastienda.crear_particiones_eventos(:days)", days);
    }

    int dropPartitions(int days) {
        return count("select trastienda.borrar_particiones_eventos(:days)", days);
    }

    private int count(String sql, int days) {
        return database.read(
                handle -> handle.createQuery(sql).bind("days", days).mapTo(Integer.class).one());
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        var channels = (String[]) row.getArray(4).getArray();
        return LoggedEvent.of(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Arrays.asList(channels),
                row.getString(5),
                instant(row, 6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
