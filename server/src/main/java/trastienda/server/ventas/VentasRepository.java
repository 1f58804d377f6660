package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;

import trastienda.server.platform.db.Tx;
import trastienda.shared.json.Json;
import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.PlanFoto;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaLimpia;
import trastienda.shared.ventas.VentaRules;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Sales one at a time: read whole, inserted, corrected.
final class VentasRepository {
    private static final RowMapper<Registro> ROW = (row, context) -> row(row);

    /// Who enters a sale and for whom.
    record Entry(@Nullable Long agente, @Nullable Long registradaPor) {}

    /// The sale as it is kept.
    Optional<Registro> find(Handle handle, long id) {
        return handle.createQuery(
                        """
                        select v.*, %s as agente_nombre,
                               (select %s from auth_user u where u.id = v.backoffice_id)
                                   as backoffice_nombre
                        from telefonica_ventaportabilidad v
                        left join auth_user u on u.id = v.agente_id
                        where v.id = :id
                        """
                                .formatted(ListSql.AGENT_NAME, ListSql.AGENT_NAME))
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    /// Whether another sale has this order number, blanks and case apart. Until the transaction
    /// ends nobody else of ours takes it.
    boolean orderTaken(Tx tx, String order, long exceptId) {
        lock(tx, "trastienda.orden:", order.strip().toLowerCase(Locale.ROOT));
        return exists(
                tx,
                """
                lower(btrim(numero_orden)) = lower(btrim(:valor)) and id <> :id
                """,
                order,
                exceptId);
    }

    /// Whether another sale of this line is active. Until the transaction ends nobody else of ours
    /// opens one.
    boolean lineTaken(Tx tx, String line, long exceptId) {
        lock(tx, "trastienda.linea:", line);
        return exists(
                tx,
                """
                numero_a_portar = :valor and id <> :id
                and estado_venta not in ('completada', 'rechazada', 'cancelada')
                """,
                line,
                exceptId);
    }

    /// The first second, from that one on, whose number nobody has.
    LocalDateTime freeSecond(Tx tx, LocalDateTime from) {
        return tx.handle()
                .createQuery(
                        """
                        select cast(:desde as timestamp) + s * interval '1 second'
                        from generate_series(0, 7200) s
                        where not exists (
                            select 1 from telefonica_ventaportabilidad
                            where numero collate "C" = 'PORTA-' || to_char(
                                cast(:desde as timestamp) + s * interval '1 second',
                                'YYYYMMDDHH24MISS'))
                        order by s limit 1
                        """)
                .bind("desde", from)
                .mapTo(LocalDateTime.class)
                .one();
    }

    /// Inserts the sale under that number, or returns empty when another took it meanwhile.
    Optional<Long> insert(
            Tx tx,
            String numero,
            VentaLimpia venta,
            Plan plan,
            List<FieldError> warnings,
            Entry entry) {
        var statement =
                tx.handle()
                        .createQuery(
                                """
                                insert into telefonica_ventaportabilidad (
                                    numero, tipo_documento, documento, documento_dv,
                                    fecha_expedicion, nombre_completo, telefono_legalizacion,
                                    plan_adquiere_id, numero_a_portar, nip, fecha_entrega,
                                    fecha_ventana_cambio, numero_orden, base_origen, usuario_greta,
                                    observacion, agente_id, registrada_por_id, estado_venta,
                                    estado_logistica, estado_portabilidad, advertencias,
                                    plan_nombre, plan_codigo, plan_caracteristicas, plan_cfm,
                                    plan_cfm_sin_iva, confronta_subido_a_minio, propia)
                                values (
                                    :numero, :v.tipoDocumento, :v.documento, :v.documentoDv,
                                    :v.fechaExpedicion, :v.nombreCompleto, :v.telefonoLegalizacion,
                                    :v.planAdquiere, :v.numeroAPortar, :v.nip, :v.fechaEntrega,
                                    :v.fechaVentanaCambio, :v.numeroOrden, :v.baseOrigen,
                                    :v.usuarioGreta, :v.observacion, :agente, :registradaPor,
                                    'pendiente_revision', 'pendiente_seguimiento', 'sin_solicitar',
                                    cast(:advertencias as jsonb), :p.nombrePlan, :p.codigo,
                                    :p.caracteristicas, :p.cfm, :p.cfmSinIva, false, true)
                                on conflict (numero) where propia do nothing
                                returning id
                                """);
        return bind(statement, venta, plan, warnings)
                .bind("numero", numero)
                .bind("agente", entry.agente())
                .bind("registradaPor", entry.registradaPor())
                .mapTo(Long.class)
                .findOne();
    }

    /// Writes the corrected fields. A plan that was changed brings its own values.
    void update(
            Tx tx,
            long id,
            VentaLimpia venta,
            @Nullable Plan newPlan,
            List<FieldError> warnings,
            EstadoVenta estado) {
        var planColumns =
                newPlan == null
                        ? ""
                        : """
                        plan_adquiere_id = :v.planAdquiere, plan_nombre = :p.nombrePlan,
                        plan_codigo = :p.codigo, plan_caracteristicas = :p.caracteristicas,
                        plan_cfm = :p.cfm, plan_cfm_sin_iva = :p.cfmSinIva,
                        """;
        var statement =
                tx.handle()
                        .createUpdate(
                                """
                                update telefonica_ventaportabilidad set
                                    tipo_documento = :v.tipoDocumento, documento = :v.documento,
                                    documento_dv = :v.documentoDv,
                                    fecha_expedicion = :v.fechaExpedicion,
                                    nombre_completo = :v.nombreCompleto,
                                    telefono_legalizacion = :v.telefonoLegalizacion,
                                    numero_a_portar = :v.numeroAPortar, nip = :v.nip,
                                    fecha_entrega = :v.fechaEntrega,
                                    fecha_ventana_cambio = :v.fechaVentanaCambio,
                                    numero_orden = :v.numeroOrden, base_origen = :v.baseOrigen,
                                    usuario_greta = :v.usuarioGreta, observacion = :v.observacion,
                                    advertencias = cast(:advertencias as jsonb),
                                """
                                        + planColumns
                                        + """
                                        estado_venta = :estado,
                                        motivo_devolucion = case when :estado = 'devuelta'
                                            then motivo_devolucion end,
                                        campos_por_corregir = case when :estado = 'devuelta'
                                            then campos_por_corregir else '{}' end
                                        where id = :id
                                        """);
        bind(statement, venta, newPlan, warnings)
                .bind("id", id)
                .bind("estado", estado.wire())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, VentaLimpia venta, @Nullable Plan plan, List<FieldError> warnings) {
        statement
                .bindMethods("v", venta)
                .bind("advertencias", Json.mapper().writeValueAsString(warnings));
        return plan == null ? statement : statement.bindMethods("p", plan);
    }

    private static void lock(Tx tx, String what, String value) {
        tx.handle()
                .createQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:que, 0))")
                .bind("que", what + value)
                .mapTo(Integer.class)
                .one();
    }

    private static boolean exists(Tx tx, String condition, String value, long exceptId) {
        return tx.handle()
                .createQuery(
                        "select exists (select 1 from telefonica_ventaportabilidad where "
                                + condition
                                + ")")
                .bind("valor", value)
                .bind("id", exceptId)
                .mapTo(Boolean.class)
                .one();
    }

    private static Registro row(ResultSet row) throws SQLException {
        var nip = Rows.id(row, "nip");
        var venta =
                new VentaDetalle(
                        row.getLong("id"),
                        Rows.text(row, "numero"),
                        AccessRepository.estado(row.getString("estado_venta")),
                        of(
                                EstadoLogistica.class,
                                Rows.text(row, "estado_logistica"),
                                EstadoLogistica.PENDIENTE_SEGUIMIENTO),
                        of(
                                EstadoPortabilidad.class,
                                Rows.text(row, "estado_portabilidad"),
                                EstadoPortabilidad.SIN_SOLICITAR),
                        Rows.text(row, "tipo_documento"),
                        Rows.text(row, "documento"),
                        Rows.textOrNull(row, "documento_dv"),
                        Rows.date(row, "fecha_expedicion"),
                        Rows.text(row, "nombre_completo"),
                        Rows.text(row, "telefono_legalizacion"),
                        Rows.id(row, "plan_adquiere_id"),
                        plan(row),
                        Rows.text(row, "numero_a_portar"),
                        nip == null ? null : VentaRules.nipTexto(nip.intValue()),
                        Rows.date(row, "fecha_entrega"),
                        Rows.date(row, "fecha_ventana_cambio"),
                        Rows.text(row, "numero_orden"),
                        Rows.text(row, "base_origen"),
                        Rows.text(row, "usuario_greta"),
                        Rows.text(row, "observacion"),
                        Rows.id(row, "agente_id"),
                        Rows.text(row, "agente_nombre"),
                        Rows.id(row, "backoffice_id"),
                        Rows.textOrNull(row, "backoffice_nombre"),
                        Rows.instant(row, "fecha_creacion"),
                        Rows.instant(row, "fecha_actualizacion"),
                        ListRepository.confronta(row.getString("estado_confronta")),
                        Rows.textOrNull(row, "confronta_minio_url"),
                        Rows.textOrNull(row, "confronta_minio_object_name"),
                        row.getBoolean("confronta_subido_a_minio"),
                        Rows.instantOrNull(row, "confronta_fecha_subida_minio"),
                        Rows.textOrNull(row, "confronta_nombre_original"),
                        Rows.textOrNull(row, "confronta_tipo_archivo"),
                        Rows.textOrNull(row, "motivo_devolucion"),
                        List.of((String[]) row.getArray("campos_por_corregir").getArray()),
                        Set.of(),
                        warnings(Rows.text(row, "advertencias")),
                        false,
                        row.getLong("version"));
        return new Registro(venta, Rows.id(row, "registrada_por_id"));
    }

    private static PlanFoto plan(ResultSet row) throws SQLException {
        return new PlanFoto(
                Rows.text(row, "plan_nombre"),
                Rows.text(row, "plan_codigo"),
                Rows.text(row, "plan_caracteristicas"),
                money(row, "plan_cfm"),
                money(row, "plan_cfm_sin_iva"));
    }

    private static BigDecimal money(ResultSet row, String column) throws SQLException {
        var value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static List<FieldError> warnings(String json) {
        return json.isEmpty()
                ? List.of()
                : Json.mapper().readValue(json, new TypeReference<List<FieldError>>() {});
    }

    private static <E extends Enum<E> & WireEnum> E of(Class<E> type, String wire, E otherwise) {
        return WireEnum.of(type, wire).orElse(otherwise);
    }
}
