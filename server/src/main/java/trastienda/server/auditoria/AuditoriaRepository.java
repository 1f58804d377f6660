package trastienda.server.auditoria;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;

import trastienda.server.auditoria.AuditTrail.Row;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditSink;
import trastienda.server.platform.db.Insert;
import trastienda.shared.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The table `trastienda.auditoria`: insert and select, nothing else.
final class AuditoriaRepository implements AuditSink {
    private static final int LONGEST_PROGRAM = 300;
    private static final String INSERT =
            """
            insert into trastienda.auditoria (usuario_id, quien, clase, sesion_id,
                direccion, programa, accion, objeto, cambios, motivo)
            values
            """;
    private static final String ROW = "(?::bigint, ?, ?, ?::bigint, ?, ?, ?, ?, ?::jsonb, ?)";

    @Override
    public Insert insert(Actor actor, List<AuditEntry> entries) {
        var principal = actor.principal();
        @Nullable Long session = principal instanceof Principal.User user ? user.sessionId() : null;
        var values = new ArrayList<@Nullable Object>(entries.size() * 10);
        for (var entry : entries) {
            values.add(text(principal.userId()));
            values.add(principal.name());
            values.add(kind(principal));
            values.add(text(session));
            values.add(actor.address());
            values.add(shortened(actor.userAgent()));
            values.add(entry.accion());
            values.add(entry.objeto());
            values.add(Json.mapper().writeValueAsString(entry.cambios()));
            values.add(entry.motivo());
        }
        return new Insert(
                INSERT + String.join(", ", Collections.nCopies(entries.size(), ROW)), values);
    }

    /// Newest first; `before` is the id of the last row of the page before.
    List<Row> ofObject(Handle handle, String object, long before, int most) {
        return handle.createQuery(
                        """
                        select a.id, a.cuando, a.usuario_id, a.quien,
                            nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), ''),
                            a.direccion, a.accion, a.objeto, a.cambios, a.motivo
                        from trastienda.auditoria a
                        left join auth_user u on u.id = a.usuario_id
                        where a.objeto = :object and a.id < :before
                        order by a.id desc
                        limit :most
                        """)
                .bind("object", object)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var user = row.getLong(3);
        @Nullable Long userId = row.wasNull() ? null : user;
        return new Row(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                userId,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Json.mapper()
                        .readValue(
                                row.getString(9), new TypeReference<List<AuditEntry.Change>>() {}),
                row.getString(10));
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    private static String kind(Principal principal) {
        return switch (principal) {
            case Principal.User user -> "usuario";
            case Principal.Service service -> "servicio";
            case Principal.Citizen citizen -> "ciudadano";
        };
    }

    private static @Nullable String shortened(@Nullable String program) {
        return program == null || program.length() <= LONGEST_PROGRAM
                ? program
                : program.substring(0, LONGEST_PROGRAM);
    }
}
