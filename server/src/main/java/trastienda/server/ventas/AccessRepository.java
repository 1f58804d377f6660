package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.WireEnum;
import trastienda.shared.ventas.EstadoVenta;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sales as others refer to them, and the columns of their confronta.
final class AccessRepository implements VentaConfronta {
    private static final RowMapper<VentaRef> REF = (row, context) -> ref(row);

    /// The sale within a scope; with `lock` until the transaction ends.
    Optional<VentaRef> find(Handle handle, Scope scope, long id, boolean lock) {
        var sql =
                """
                select v.id, v.numero, v.estado_venta, v.agente_id, v.registrada_por_id, v.version,
                       array(select m.equipo_id from trastienda.equipo_miembros m
                             where m.user_id = v.agente_id order by 1) as equipos
                from telefonica_ventaportabilidad v
                where v.id = :id
                  and (:todas or v.agente_id = :yo or (:equipo and v.agente_id in (
                        select m.user_id from trastienda.equipo_miembros m
                        join trastienda.equipo_supervisores s using (equipo_id)
                        where s.user_id = :yo)))
                """;
        return handle.createQuery(lock ? sql + "for update of v" : sql)
                .bind("id", id)
                .bind("todas", scope instanceof Scope.All)
                .bind("equipo", scope instanceof Scope.Team)
                .bind("yo", userOf(scope))
                .map(REF)
                .findOne();
    }

    @Override
    public boolean isStored(Tx tx, long ventaId, String objectName) {
        return tx.handle()
                .createQuery(
                        """
                        select confronta_subido_a_minio and confronta_minio_object_name = :objeto
                            and not confronta_por_subir
                        from telefonica_ventaportabilidad
                        where id = :id
                        """)
                .bind("id", ventaId)
                .bind("objeto", objectName)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    @Override
    public void stored(Tx tx, long ventaId, Stored confronta) {
        tx.handle()
                .createUpdate(
                        """
                        update telefonica_ventaportabilidad
                        set confronta = '',
                            confronta_minio_url = :url,
                            confronta_minio_object_name = :objeto,
                            confronta_subido_a_minio = true,
                            confronta_fecha_subida_minio = :subida,
                            confronta_nombre_original = :nombre,
                            confronta_tipo_archivo = :tipo,
                            confronta_por_subir = false
                        where id = :id
                        """)
                .bind("id", ventaId)
                .bind("url", confronta.url())
                .bind("objeto", confronta.objectName())
                .bind("subida", confronta.subida())
                .bind("nombre", confronta.nombreOriginal())
                .bind("tipo", confronta.tipoArchivo())
                .execute();
    }

    @Override
    public void pending(Tx tx, long ventaId, String nombreOriginal, String tipoArchivo) {
        tx.handle()
                .createUpdate(
                        """
                        update telefonica_ventaportabilidad
                        set confronta = '',
                            confronta_minio_url = null,
                            confronta_minio_object_name = null,
                            confronta_subido_a_minio = false,
                            confronta_fecha_subida_minio = null,
                            confronta_nombre_original = :nombre,
                            confronta_tipo_archivo = :tipo,
                            confronta_por_subir = true
                        where id = :id
                        """)
                .bind("id", ventaId)
                .bind("nombre", nombreOriginal)
                .bind("tipo", tipoArchivo)
                .execute();
    }

    @Override
    public void removed(Tx tx, long ventaId) {
        tx.handle()
                .createUpdate(
                        """
                        update telefonica_ventaportabilidad
                        set confronta = '',
                            confronta_minio_url = null,
                            confronta_minio_object_name = null,
                            confronta_subido_a_minio = false,
                            confronta_fecha_subida_minio = null,
                            confronta_nombre_original = null,
                            confronta_tipo_archivo = null,
                            confronta_por_subir = false
                        where id = :id
                        """)
                .bind("id", ventaId)
                .execute();
    }

    /// The state of a wire value; one that is not ours (another program's) waits for review.
    static EstadoVenta estado(@Nullable String wire) {
        return wire == null
                ? EstadoVenta.PENDIENTE_REVISION
                : WireEnum.of(EstadoVenta.class, wire).orElse(EstadoVenta.PENDIENTE_REVISION);
    }

    private static long userOf(Scope scope) {
        return switch (scope) {
            case Scope.All() -> -1L;
            case Scope.Own(var userId) -> userId;
            case Scope.Team(var userId) -> userId;
        };
    }

    private static VentaRef ref(ResultSet row) throws SQLException {
        var agente = Rows.id(row, "agente_id");
        var channels = new ArrayList<String>();
        if (agente != null) {
            channels.add("user:" + agente);
        }
        channels.add("perm:" + Permiso.VENTAS_VER_TODAS.codigo());
        for (var equipo : (Long[]) row.getArray("equipos").getArray()) {
            channels.add("equipo:" + equipo);
        }
        return new VentaRef(
                row.getLong("id"),
                row.getString("numero"),
                estado(row.getString("estado_venta")),
                agente,
                Rows.id(row, "registrada_por_id"),
                List.copyOf(channels),
                row.getLong("version"));
    }
}
