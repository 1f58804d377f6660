package trastienda.server.demo;

import org.jdbi.v3.core.Handle;

import trastienda.server.platform.db.Tx;
import trastienda.shared.json.Json;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaRules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the demo's sales and the rows of their files.
final class DemoVentasRepository {
    private static final List<String> COLUMNS =
            List.of(
                    "numero",
                    "tipo_documento",
                    "documento",
                    "documento_dv",
                    "fecha_expedicion",
                    "nombre_completo",
                    "telefono_legalizacion",
                    "plan_adquiere_id",
                    "numero_a_portar",
                    "nip",
                    "fecha_entrega",
                    "fecha_ventana_cambio",
                    "numero_orden",
                    "base_origen",
                    "usuario_greta",
                    "observacion",
                    "agente_id",
                    "backoffice_id",
                    "registrada_por_id",
                    "estado_venta",
                    "estado_logistica",
                    "estado_portabilidad",
                    "plan_nombre",
                    "plan_codigo",
                    "plan_caracteristicas",
                    "plan_cfm",
                    "plan_cfm_sin_iva",
                    "fecha_creacion",
                    "fecha_actualizacion",
                    "motivo_devolucion",
                    "campos_por_corregir",
                    "advertencias",
                    "propia");

    /// One file to be kept: whose, its row's id, place and bytes.
    record Placed(
            long id,
            long ventaId,
            String numero,
            String usuario,
            long usuarioId,
            Instant creado,
            DemoVenta.DemoArchivo archivo,
            String bucket,
            String objeto,
            String sha256,
            long tamano) {}

    /// Writes all sales at once.
    void ventas(Tx tx, List<DemoVenta> ventas, DemoIds ids) {
        var rows = new CopyRows("telefonica_ventaportabilidad", COLUMNS);
        for (var venta : ventas) {
            add(rows, venta, ids);
        }
        try {
            rows.send(tx.handle().getConnection());
        } finally {
            tx.handle().execute("analyze telefonica_ventaportabilidad");
        }
    }

    private static void add(CopyRows rows, DemoVenta venta, DemoIds ids) {
        var titular = venta.titular();
        var plan = venta.plan();
        var planId = ids.plan(plan);
        var agente = ids.agent(venta);
        var motivo = venta.motivo();
        var warnings =
                VentaRules.check(venta.datos(planId), DemoDays.day(venta.creada())).advertencias();
        rows.add(
                venta.numero(),
                titular.tipo().wire(),
                titular.documento(),
                titular.dv(),
                titular.expedicion(),
                titular.nombre(),
                venta.telefono(),
                planId,
                venta.numeroAPortar(),
                venta.nip(),
                venta.entrega(),
                venta.ventana(),
                venta.orden(),
                venta.base(),
                ids.agentName(venta),
                venta.observacion(),
                agente,
                ids.backoffice(venta),
                agente,
                venta.estado().wire(),
                venta.logistica().wire(),
                venta.portabilidad().wire(),
                plan.nombre(),
                plan.codigo(),
                plan.caracteristicas(),
                plan.cfm(),
                plan.sinIva(),
                venta.creada(),
                venta.actualizada(),
                motivo == null ? null : motivo.texto(),
                venta.estado() == EstadoVenta.DEVUELTA && motivo != null
                        ? motivo.campos()
                        : List.of(),
                warnings.isEmpty() ? "[]" : Json.mapper().writeValueAsString(warnings),
                true);
    }

    /// The ids of the demo's sales that never had a file, by number.
    Map<String, Long> withoutFile(Handle handle) {
        var ids = new HashMap<String, Long>();
        handle.createQuery(
                        """
                        select v.id, v.numero
                        from telefonica_ventaportabilidad v
                        where v.propia and not exists (
                            select 1 from trastienda.confrontas c where c.venta_id = v.id)
                        """)
                .map((row, context) -> Map.entry(row.getString("numero"), row.getLong("id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    /// Ids for so many rows of files.
    List<Long> fileIds(Handle handle, int count) {
        return handle.createQuery(
                        """
                        select nextval(pg_get_serial_sequence('trastienda.confrontas', 'id'))
                        from generate_series(1, :count)
                        """)
                .bind("count", count)
                .mapTo(Long.class)
                .list();
    }

    /// The intents, before any byte goes to the store: whatever ends this process, the sweeper
    /// settles them.
    void intents(Tx tx, List<Placed> files, Instant now) {
        var batch =
                tx.handle()
                        .prepareBatch(
                                """
                                insert into trastienda.confrontas (
                                    id, venta_id, numero, tipo, sha256, tamano, content_type,
                                    nombre_original, bucket, objeto, estado, vigente, usuario_id,
                                    usuario, creado, latido)
                                overriding system value
                                values (:id, :venta, :numero, 'confronta', :sha256, :tamano, :type,
                                    :nombre, :bucket, :objeto, 'subiendo', false, :usuarioId,
                                    :usuario, :creado, :now)
                                """);
        for (var file : files) {
            batch.bind("id", file.id)
                    .bind("venta", file.ventaId)
                    .bind("numero", file.numero)
                    .bind("sha256", file.sha256)
                    .bind("tamano", file.tamano)
                    .bind("type", file.archivo.kind().contentType)
                    .bind("nombre", file.archivo.nombre())
                    .bind("bucket", file.bucket)
                    .bind("objeto", file.objeto)
                    .bind("usuarioId", file.usuarioId)
                    .bind("usuario", file.usuario)
                    .bind("creado", file.creado.atOffset(ZoneOffset.UTC))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
    }

    /// The store has them: the rows and the sales' columns say so. The sales keep their own time of
    /// change.
    void stored(Tx tx, List<Placed> files, Map<Long, String> urls) {
        var row =
                tx.handle()
                        .prepareBatch(
                                """
                                update trastienda.confrontas
                                set estado = 'guardado', vigente = true, subido_en = creado
                                where id = :id and estado = 'subiendo'
                                """);
        var sale =
                tx.handle()
                        .prepareBatch(
                                """
                                update telefonica_ventaportabilidad
                                set confronta_minio_url = :url,
                                    confronta_minio_object_name = :objeto,
                                    confronta_subido_a_minio = true,
                                    confronta_por_subir = false,
                                    confronta_fecha_subida_minio = :creado,
                                    confronta_nombre_original = :nombre,
                                    confronta_tipo_archivo = :tipo,
                                    fecha_actualizacion =
                                        fecha_actualizacion + interval '1 microsecond'
                                where id = :venta
                                """);
        for (var file : files) {
            row.bind("id", file.id).add();
            sale.bind("url", urls.get(file.id))
                    .bind("objeto", file.objeto)
                    .bind("creado", file.creado.atOffset(ZoneOffset.UTC))
                    .bind("nombre", file.archivo.nombre())
                    .bind("tipo", file.archivo.kind().extension)
                    .bind("venta", file.ventaId)
                    .add();
        }
        row.execute();
        sale.execute();
    }
}
