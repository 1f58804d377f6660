package trastienda.server.confrontas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Tx;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The table `trastienda.confrontas`: what each statement does, nothing of when.
final class ConfrontasRepository {
    static final String COLUMNS =
            """
            id, venta_id, numero, tipo, sha256, tamano, content_type, nombre_original, bucket,
            objeto, estado, vigente, usuario_id, usuario, creado, latido, intentos, ultimo_error,
            motivo, respuesta,
            coalesce((select nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), '')
                from auth_user u where u.id = usuario_id), usuario) as nombrado
            """;
    static final RowMapper<FileRow> ROW = ConfrontasRepository::row;

    long nextId(Tx tx) {
        return tx.handle()
                .createQuery(
                        """
                        select nextval(pg_get_serial_sequence('trastienda.confrontas', 'id'))
                        """)
                .mapTo(long.class)
                .one();
    }

    /// Commits the intent; false when the key is taken.
    boolean insert(Tx tx, FileRow row, @Nullable ClientKey key) {
        return tx.handle()
                        .createUpdate(
                                """
                                insert into trastienda.confrontas
                                    (id, venta_id, numero, tipo, sha256, tamano, content_type,
                                     nombre_original, bucket, objeto, estado, usuario_id, usuario,
                                     creado, latido, clave_de, clave)
                                values
                                    (:id, :venta, :numero, :tipo, :sha256, :tamano, :contentType,
                                     :nombre, :bucket, :objeto, 'subiendo', :usuarioId, :usuario,
                                     :creado, :creado, :claveDe, :clave)
                                on conflict (clave_de, clave) where clave is not null do nothing
                                """)
                        .bind("id", row.id())
                        .bind("venta", row.ventaId())
                        .bind("numero", row.numero())
                        .bind("tipo", row.tipo().wire())
                        .bind("sha256", row.content().sha256())
                        .bind("tamano", row.content().tamano())
                        .bind("contentType", row.content().contentType())
                        .bind("nombre", row.content().nombre())
                        .bind("bucket", row.place().bucket())
                        .bind("objeto", row.place().objeto())
                        .bind("usuarioId", row.author().id())
                        .bind("usuario", row.author().name())
                        .bind("creado", at(row.creado()))
                        .bind("claveDe", key == null ? null : key.owner())
                        .bind("clave", key == null ? null : key.key())
                        .execute()
                == 1;
    }

    /// A stored, current file that only the sale's columns knew; false when it has its row already.
    boolean adopt(Tx tx, FileRow row) {
        return tx.handle()
                        .createUpdate(
                                """
                                insert into trastienda.confrontas
                                    (venta_id, numero, tipo, sha256, tamano, content_type,
                                     nombre_original, bucket, objeto, estado, vigente, usuario_id,
                                     usuario, creado, subido_en, latido)
                                values
                                    (:venta, :numero, :tipo, :sha256, :tamano, :contentType,
                                     :nombre, :bucket, :objeto, 'guardado', true, :usuarioId,
                                     :usuario, :creado, :creado, :creado)
                                on conflict do nothing
                                """)
                        .bind("venta", row.ventaId())
                        .bind("numero", row.numero())
                        .bind("tipo", row.tipo().wire())
                        .bind("sha256", row.content().sha256())
                        .bind("tamano", row.content().tamano())
                        .bind("contentType", row.content().contentType())
                        .bind("nombre", row.content().nombre())
                        .bind("bucket", row.place().bucket())
                        .bind("objeto", row.place().objeto())
                        .bind("usuarioId", row.author().id())
                        .bind("usuario", row.author().name())
                        .bind("creado", at(row.creado()))
                        .execute()
                == 1;
    }

    Optional<FileRow> byId(Handle handle, long id) {
        return handle.createQuery(
                        "select " + COLUMNS + " from trastienda.confrontas where id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    Optional<FileRow> byKey(Handle handle, ClientKey key) {
        return handle.createQuery(
                        "select "
                                + COLUMNS
                                + """
                                from trastienda.confrontas
                                where clave_de = :owner and clave = :key
                                """)
                .bind("owner", key.owner())
                .bind("key", key.key())
                .map(ROW)
                .findOne();
    }

    Optional<FileRow> current(Handle handle, long ventaId, TipoArchivo tipo) {
        return handle.createQuery(
                        "select "
                                + COLUMNS
                                + """
                                from trastienda.confrontas
                                where venta_id = :venta and tipo = :tipo and vigente
                                """)
                .bind("venta", ventaId)
                .bind("tipo", tipo.wire())
                .map(ROW)
                .findOne();
    }

    /// The file history of a sale, newest first, from below an id.
    List<FileRow> history(
            Handle handle, long ventaId, @Nullable TipoArchivo tipo, long below, int limit) {
        return handle.createQuery(
                        "select "
                                + COLUMNS
                                + """
                                from trastienda.confrontas
                                where venta_id = :venta and id < :below
                                  and (:tipo::text is null or tipo = :tipo)
                                  and estado <> 'fallido'
                                order by id desc limit :limit
                                """)
                .bind("venta", ventaId)
                .bind("below", below)
                .bind("tipo", tipo == null ? null : tipo.wire())
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    long count(Handle handle, long ventaId, @Nullable TipoArchivo tipo) {
        return handle.createQuery(
                        """
                        select count(*) from trastienda.confrontas
                        where venta_id = :venta and (:tipo::text is null or tipo = :tipo)
                          and estado <> 'fallido'
                        """)
                .bind("venta", ventaId)
                .bind("tipo", tipo == null ? null : tipo.wire())
                .mapTo(long.class)
                .one();
    }

    /// Stored and verified; false when it was settled meanwhile.
    boolean stored(Tx tx, long id, Instant now) {
        return tx.handle()
                        .createUpdate(
                                """
                                update trastienda.confrontas
                                set estado = 'guardado', subido_en = :now, ultimo_error = null,
                                    proximo_intento = null
                                where id = :id and estado in ('subiendo', 'por_subir', 'fallido')
                                """)
                        .bind("id", id)
                        .bind("now", at(now))
                        .execute()
                == 1;
    }

    /// Waiting for the store.
    boolean pending(Tx tx, long id, Instant next, String error) {
        return tx.handle()
                        .createUpdate(
                                """
                                update trastienda.confrontas
                                set estado = 'por_subir', proximo_intento = :next,
                                    ultimo_error = :error, latido = 'epoch'
                                where id = :id and estado = 'subiendo'
                                """)
                        .bind("id", id)
                        .bind("next", at(next))
                        .bind("error", error)
                        .execute()
                == 1;
    }

    /// Given up; what the store may hold of it is removed. Not one that was stored meanwhile: that
    /// was answered for.
    boolean failed(Tx tx, long id, String error, boolean removeObject) {
        return tx.handle()
                        .createUpdate(
                                """
                                update trastienda.confrontas
                                set estado = 'fallido', vigente = false, ultimo_error = :error,
                                    proximo_intento = null, borrar_objeto = :remove
                                where id = :id and estado in ('subiendo', 'por_subir')
                                """)
                        .bind("id", id)
                        .bind("error", error)
                        .bind("remove", removeObject)
                        .execute()
                == 1;
    }

    /// Makes a file the current one of its type; answers the one that was, if another.
    Optional<FileRow> makeCurrent(Tx tx, FileRow row) {
        var before =
                tx.handle()
                        .createQuery(
                                """
                                update trastienda.confrontas set vigente = false
                                where venta_id = :venta and tipo = :tipo and vigente and id <> :id
                                returning
                                """
                                        + COLUMNS)
                        .bind("venta", row.ventaId())
                        .bind("tipo", row.tipo().wire())
                        .bind("id", row.id())
                        .map(ROW)
                        .findOne();
        tx.handle()
                .createUpdate("update trastienda.confrontas set vigente = true where id = :id")
                .bind("id", row.id())
                .execute();
        return before;
    }

    /// One file whose object is to go; nobody else takes it until then.
    Optional<FileRow> toRemove(Tx tx, Instant now, Instant until) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.confrontas set borrar_arrendado = :until
                        where id = (
                            select id from trastienda.confrontas
                            where borrar_objeto
                              and (borrar_arrendado is null or borrar_arrendado < :now)
                            order by id limit 1 for update skip locked)
                        returning
                        """
                                + COLUMNS)
                .bind("now", at(now))
                .bind("until", at(until))
                .map(ROW)
                .findOne();
    }

    /// The object is there yet; anybody may try again.
    void notRemoved(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set borrar_arrendado = null where id = :id
                        """)
                .bind("id", id)
                .execute();
    }

    /// The object is gone.
    void removed(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas
                        set borrar_objeto = false, borrar_arrendado = null
                        where id = :id
                        """)
                .bind("id", id)
                .execute();
    }

    /// What is answered again under the same key.
    void answered(Tx tx, ArchivoVenta answer) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas set respuesta = :answer::jsonb where id = :id
                        """)
                .bind("id", answer.id())
                .bind("answer", Json.mapper().writeValueAsString(answer))
                .execute();
    }

    /// Deleted by a person.
    void deleted(Tx tx, long id, Instant now, String motivo, boolean removeObject) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas
                        set estado = 'eliminado', vigente = false, motivo = :motivo,
                            eliminado_en = :now, eliminado_por = :who, proximo_intento = null,
                            borrar_objeto = :remove
                        where id = :id
                        """)
                .bind("id", id)
                .bind("now", at(now))
                .bind("who", tx.actor().principal().name())
                .bind("motivo", motivo)
                .bind("remove", removeObject)
                .execute();
    }

    /// Keys older than this are forgotten.
    int forgetKeys(Tx tx, Instant before) {
        return tx.handle()
                .createUpdate(
                        """
                        update trastienda.confrontas
                        set clave = null, clave_de = null, respuesta = null
                        where clave is not null and creado < :before and estado <> 'subiendo'
                        """)
                .bind("before", at(before))
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static FileRow row(ResultSet set, StatementContext context) throws SQLException {
        return new FileRow(
                set.getLong("id"),
                set.getLong("venta_id"),
                set.getString("numero"),
                TipoArchivo.of(set.getString("tipo")),
                new FileRow.Content(
                        set.getString("sha256"),
                        set.getLong("tamano"),
                        set.getString("content_type"),
                        set.getString("nombre_original")),
                new FileRow.Place(set.getString("bucket"), set.getString("objeto")),
                EstadoArchivo.of(set.getString("estado")),
                set.getBoolean("vigente"),
                author(set),
                set.getTimestamp("creado").toInstant(),
                work(set),
                set.getString("motivo"));
    }

    private static FileRow.Author author(ResultSet set) throws SQLException {
        var id = set.getLong("usuario_id");
        return new FileRow.Author(
                set.wasNull() ? null : id, set.getString("usuario"), set.getString("nombrado"));
    }

    private static FileRow.Work work(ResultSet set) throws SQLException {
        Timestamp latido = set.getTimestamp("latido");
        var answer = set.getString("respuesta");
        return new FileRow.Work(
                latido.toInstant(),
                set.getInt("intentos"),
                set.getString("ultimo_error"),
                answer == null ? null : Json.mapper().readValue(answer, ArchivoVenta.class));
    }
}
