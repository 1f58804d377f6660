package trastienda.server.platform.events;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Insert;
import trastienda.shared.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The log's tables.
final class EventRepository implements EventReader.Log {
    /// The last seq given, when, and the first one the log still has.
    record State(long seq, Instant at, long first) {}

    /// What one call of the sequencer put in order; `waitMs` is to pass before the next may do
    /// something.
    record Batch(List<LoggedEvent> events, boolean more, int waitMs) {}

    private static final String INSERT =
            "insert into trastienda.eventos_nuevos (topic, ref, channels, public) values ";
    private static final String ROW = "(?, ?, ?, ?::jsonb)";

    private final Database database;

    EventRepository(Database database) {
        this.database = database;
    }

    static Insert insert(List<EventDraft> events) {
        var values = new ArrayList<@Nullable Object>(events.size() * 4);
        for (var event : events) {
            values.add(event.topic());
            values.add(event.ref());
            values.add(event.channels().toArray(String[]::new));
            values.add(Json.mapper().writeValueAsString(event.data()));
        }
        return new Insert(
                INSERT + String.join(", ", Collections.nCopies(events.size(), ROW)), values);
    }

    @Override
    public State state() {
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
        return database.alone(
                handle -> {
                    var events = new ArrayList<LoggedEvent>();
                    return handle.createQuery(
                                    """
                                    select seq, topic, ref, channels, public, creado, quedan,
                                        espera_ms
                                    from trastienda.secuenciar_eventos(
                                        :most, make_interval(secs => :pause / 1000.0))
                                    """)
                            .bind("most", most)
                            .bind("pause", pauseMs)
                            .scanResultSet(
                                    (rows, context) -> {
                                        try (var row = rows.get()) {
                                            return batch(row, events);
                                        }
                                    });
                });
    }

    private static Batch batch(ResultSet row, List<LoggedEvent> events) throws SQLException {
        var more = false;
        var waitMs = 0;
        while (row.next()) {
            if (row.getString(2) == null) {
                more = row.getBoolean(7);
                waitMs = row.getInt(8);
            } else {
                events.add(event(row));
            }
        }
        events.sort(Comparator.comparingLong(LoggedEvent::seq));
        return new Batch(events, more, waitMs);
    }

    /// The events after a seq in order; `since` is when that seq was given, or earlier: it spares
    /// the older days' partitions, because time never goes back along the seqs.
    @Override
    public List<LoggedEvent> after(long seq, long upTo, Instant since, int most) {
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
        database.alone(
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
        return database.alone(
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
