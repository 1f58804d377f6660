package trastienda.server.ventas;

import org.jdbi.v3.core.Jdbi;

import java.util.List;
import java.util.Map;

/// Plans, teams and sales for tests.
final class SaleData {
    private SaleData() {}

    static long plan(Jdbi jdbi, String codigo, String estado, String tipo) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        insert into telefonica_planes_portabilidad (codigo,
                                            nombre_plan, caracteristicas, "CFM", "CFM_sin_iva",
                                            estado, tipo_plan)
                                        values (:codigo, 'Plan ' || :codigo, '20 GB|Ilimitado',
                                            54900, 46134.45, :estado, :tipo)
                                        returning id
                                        """)
                                .bind("codigo", codigo)
                                .bind("estado", estado)
                                .bind("tipo", tipo)
                                .mapTo(Long.class)
                                .one());
    }

    static long planId(Jdbi jdbi, String codigo) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select id from telefonica_planes_portabilidad
                                        where codigo = :codigo
                                        """)
                                .bind("codigo", codigo)
                                .mapTo(Long.class)
                                .one());
    }

    static void team(Jdbi jdbi, long supervisor, long... members) {
        jdbi.useHandle(
                handle -> {
                    long team =
                            handle.createQuery(
                                            """
                                            insert into trastienda.equipos (nombre)
                                            values ('Equipo ' || gen_random_uuid()) returning id
                                            """)
                                    .mapTo(Long.class)
                                    .one();
                    handle.execute(
                            "insert into trastienda.equipo_supervisores values (?, ?)",
                            team,
                            supervisor);
                    for (var member : members) {
                        handle.execute(
                                "insert into trastienda.equipo_miembros values (?, ?)",
                                team,
                                member);
                    }
                });
    }

    static void absent(Jdbi jdbi, long person) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "insert into trastienda.ausencias (user_id, desde) values (?,"
                                        + " '-infinity')",
                                person));
    }

    static void returned(Jdbi jdbi, long id, String motivo) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update telefonica_ventaportabilidad
                                set estado_venta = 'devuelta', motivo_devolucion = ?,
                                    campos_por_corregir = '{nombre_completo}'
                                where id = ?
                                """,
                                motivo,
                                id));
    }

    /// Sales full of ties, some of nobody, some without a change window.
    static void list(Jdbi jdbi, List<Long> agents, int sales) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into telefonica_ventaportabilidad (numero, documento,
                                            nombre_completo, numero_orden, agente_id,
                                            plan_adquiere_id, estado_venta, fecha_ventana_cambio,
                                            confronta_subido_a_minio, fecha_creacion)
                                        select 'PORTA-' || to_char(t, 'YYYYMMDDHH24MISS'), '1',
                                            (array['Ana Peña', 'ana pena', 'Óscar', 'Ñandú', 'José',
                                                   'Zoe'])[g % 6 + 1],
                                            'L-' || g,
                                            case when g % 9 > 0
                                                then (:agentes)[g * 7 % 6 + 1] end,
                                            g % 2 + 1,
                                            (array['pendiente_revision', 'devuelta', 'completada',
                                                   'enviada'])[g % 4 + 1],
                                            case when g % 5 > 0 then date '2026-03-01' + g % 3 end,
                                            g % 3 = 0, t
                                        from (select g, timestamptz '2026-01-01 05:00Z'
                                                + (g / 3) * interval '11 hours' as t
                                              from generate_series(1, :ventas) g) s
                                        """)
                                .bindArray("agentes", Long.class, agents)
                                .bind("ventas", sales)
                                .execute());
    }

    static Map<String, Object> form(String order, String line) {
        return Map.ofEntries(
                Map.entry("tipo_documento", "CC"),
                Map.entry("documento", "1.020.304.050"),
                Map.entry("fecha_expedicion", "2015-03-04"),
                Map.entry("nombre_completo", "Ana María Peña"),
                Map.entry("telefono_legalizacion", "3001234567"),
                Map.entry("numero_a_portar", line),
                Map.entry("nip", "04512"),
                Map.entry("fecha_entrega", "2026-11-24"),
                Map.entry("fecha_ventana_cambio", "2026-11-26"),
                Map.entry("numero_orden", order));
    }
}
