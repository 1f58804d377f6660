package trastienda.server.identidad;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys of programs as they are kept: never the key, but its SHA-256.
final class LlavesRepository {
    /// The program whose key in force has this hash.
    Optional<Principal.Service> byHash(Handle handle, byte[] sha256) {
        return handle.createQuery(
                        """
                        select nombre, permisos from trastienda.llaves_servicio
                        where sha256 = :sha256 and revocada is null
                        """)
                .bind("sha256", sha256)
                .map((row, ctx) -> service(row))
                .findOne();
    }

    /// The program with a key in force of that name.
    Optional<Principal.Service> byName(Handle handle, String name) {
        return handle.createQuery(
                        """
                        select nombre, permisos from trastienda.llaves_servicio
                        where nombre = :name and revocada is null
                        """)
                .bind("name", name)
                .map((row, ctx) -> service(row))
                .findOne();
    }

    /// The newest 200 keys.
    List<LlaveServicio> list(Handle handle) {
        return handle.createQuery(
                        """
                        select id, nombre, permisos, creada, creada_por,
                            revocada is not null as revocada
                        from trastienda.llaves_servicio order by id desc limit 200
                        """)
                .map(
                        (row, ctx) ->
                                new LlaveServicio(
                                        row.getLong("id"),
                                        row.getString("nombre"),
                                        SesionesRepository.texts(row, "permisos"),
                                        SesionesRepository.instant(row, "creada"),
                                        row.getString("creada_por"),
                                        row.getBoolean("revocada"),
                                        null))
                .list();
    }

    /// Keeps a new key; empty when one in force has its name.
    Optional<Long> insert(
            Tx tx, String name, byte[] sha256, List<String> permissions, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        insert into trastienda.llaves_servicio
                            (nombre, sha256, permisos, creada, creada_por)
                        values (:name, :sha256, :permissions, :now, :by)
                        on conflict do nothing
                        returning id
                        """)
                .bind("name", name)
                .bind("sha256", sha256)
                .bindArray("permissions", String.class, permissions)
                .bind("now", SesionesRepository.at(now))
                .bind("by", tx.actor().principal().name())
                .mapTo(Long.class)
                .findOne();
    }

    /// Revokes a key in force; its program's name, or empty when there is none.
    Optional<String> revoke(Tx tx, long id, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        update trastienda.llaves_servicio set revocada = :now
                        where id = :id and revocada is null
                        returning nombre
                        """)
                .bind("id", id)
                .bind("now", SesionesRepository.at(now))
                .mapTo(String.class)
                .findOne();
    }

    private static Principal.Service service(ResultSet row) throws SQLException {
        return new Principal.Service(
                row.getString("nombre"),
                SesionesRepository.texts(row, "permisos").stream()
                        .flatMap(code -> Permiso.of(code).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
