package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.server.testing.NoEvents;
import trastienda.server.testing.TestDatabase;

import java.nio.file.Path;

/// A million sales of three years on a PostgreSQL whose folder under `server/target` is kept, so
/// that only the first run pays for making them. Shaped like the demo's: what is open is of the
/// last two weeks, agents come and go, a plan was withdrawn, a customer's names repeat as names do.
final class MillionSales implements AutoCloseable {
    static final int COUNT = 1_000_000;
    static final int AGENTS = 200;

    private static final Path FOLDER = Path.of("target", "bench-ventas").toAbsolutePath();

    private final EmbeddedServer server;
    private final Databases databases;

    private MillionSales(EmbeddedServer server, Databases databases) {
        this.server = server;
        this.databases = databases;
    }

    /// Opens them, after making them when they are not there yet.
    static MillionSales open() {
        var server = EmbeddedServer.start(FOLDER, TestDatabase.binaries(), false);
        try {
            var databases =
                    Databases.open(
                            Config.from(TestDatabase.env(server.app(), server.owner())),
                            AuditoriaFeature.sink(),
                            new NoEvents());
            var sales = new MillionSales(server, databases);
            sales.owner().useHandle(MillionSales::fill);
            return sales;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    Databases databases() {
        return databases;
    }

    /// The application's way in, for plain JDBC.
    DatabaseUrl app() {
        return server.app();
    }

    /// As the owner, who may `explain` and `vacuum` what it likes.
    Jdbi owner() {
        var url = server.owner();
        return Jdbi.create(url.jdbc(), url.user(), url.password().value());
    }

    @Override
    public void close() {
        databases.close();
        server.close();
    }

    private static void fill(Handle handle) {
        var there =
                handle.createQuery("select count(*) from telefonica_ventaportabilidad")
                        .mapTo(Long.class)
                        .one();
        if (there < COUNT) {
            load(handle);
        }
        // after new migrations too: an index-only scan needs to know which blocks all can see
        handle.execute("vacuum (analyze) telefonica_ventaportabilidad");
        handle.execute("vacuum (analyze) trastienda.ventas_busqueda");
    }

    private static void load(Handle handle) {
        var table = "telefonica_ventaportabilidad";
        handle.execute("truncate " + table + ", telefonica_planes_portabilidad cascade");
        handle.execute("delete from auth_user where username like 'asesor%'");
        handle.execute(PEOPLE);
        handle.execute(PLANS);
        handle.execute("set maintenance_work_mem = '512MB'");
        handle.execute("alter table " + table + " disable trigger user");
        withoutIndexes(handle, table, () -> handle.execute(SALES, COUNT));
        withoutIndexes(handle, "ventas_busqueda", () -> handle.execute(SEARCHED));
        handle.execute("alter table " + table + " enable trigger user");
    }

    private static void withoutIndexes(Handle handle, String table, Runnable work) {
        var indexes =
                handle.createQuery(
                                """
                                select schemaname || '.' || indexname as name, indexdef
                                from pg_indexes where tablename = :table
                                and indexname not like '%_pkey'
                                """)
                        .bind("table", table)
                        .mapToMap()
                        .list();
        indexes.forEach(index -> handle.execute("drop index " + index.get("name")));
        work.run();
        indexes.forEach(index -> handle.execute(String.valueOf(index.get("indexdef"))));
    }

    /// As the trigger would.
    private static final String SEARCHED =
            """
            insert into trastienda.ventas_busqueda
            select (f).* from (select trastienda.ventas_fila(v) as f
                               from telefonica_ventaportabilidad v order by v.id offset 0) filas
            """;

    private static final String PEOPLE =
            """
            insert into auth_user (password, is_superuser, username, first_name, last_name, email,
                is_staff, is_active, date_joined)
            select '!', false, 'asesor' || n,
                (array['Ana','Luis','Marta','Óscar','Zoraida','Beto','Clara','Iván'])[n % 8 + 1],
                (array['Ruiz','Peña','Ñáñez','Gil','Acosta','Zea','Lara'])[n % 7 + 1] || ' ' || n,
                '', false, true, now()
            from generate_series(1, 200) n
            """;

    private static final String PLANS =
            """
            insert into telefonica_planes_portabilidad (codigo, nombre_plan, caracteristicas, "CFM",
                "CFM_sin_iva", estado, tipo_plan)
            select 'POS-' || n, 'Pospago ' || n * 10 || ' GB '
                || (array['Control', 'Plus', 'Ilimitado'])[n % 3 + 1],
                n || ' GB|Minutos ilimitados', 30000 + 5000 * n, 25000 + 4200 * n,
                case when n = 12 then 'inactivo' else 'activo' end, 'portabilidad'
            from generate_series(1, 12) n
            """;

    /// In the order of writing. `t` falls over three years up to 2026-11-22; what is younger than
    /// two weeks is mostly open. Agents stay for a year and a half, some from the beginning on; the
    /// twelfth plan was sold in the first year only.
    private static final String SALES =
            """
            with personas as (select array_agg(id order by id) as ids from auth_user
                              where username like 'asesor%%'),
            planes as (select array_agg(id order by id) as ids,
                              array_agg(nombre_plan order by id) as nombres
                       from telefonica_planes_portabilidad),
            azar as (
                select n, timestamptz '2023-11-22 13:00Z' + n * interval '94.67 seconds'
                           + (hashint8extended(n, 1) & 1023) * interval '1 second' as t,
                    (hashint8extended(n, 2) & 65535) / 65536.0 as a,
                    (hashint8extended(n, 3) & 65535) / 65536.0 as b,
                    (hashint8extended(n, 4) & 65535) / 65536.0 as c,
                    (hashint8extended(n, 5) & 65535) / 65536.0 as d,
                    (hashint8extended(n, 6) & 65535) / 65536.0 as e,
                    (hashint8extended(n, 7) & 65535) / 65536.0 as f,
                    hashint8extended(n, 8) & 1073741823 as g,
                    hashint8extended(n, 9) & 1073741823 as h
                from generate_series(1, ?) n),
            ventas as (
                select n, t, 'PORTA-' || to_char(t at time zone 'America/Bogota', 'YYYYMMDDHH24MISS')
                        as numero,
                    (1000000000 + h %% 200000000)::text as documento,
                    (array['María','José','Luis','Ana','Carlos','Luz','Juan','Andrés','Diana',
                        'Jorge','Sandra','Óscar','Paola','Camilo','Yesenia','Héctor','Gloria',
                        'Iván','Nubia','Zoraida'])[1 + (a * a * 20)::int %% 20] || ' ' ||
                    (array['Fernanda','Alberto','Milena','Eduardo','Marcela','Alejandro','Patricia',
                        'Enrique','Lucía','Felipe','del Carmen','Antonio','Johana','Ramiro',
                        'Ximena'])[1 + (b * 15)::int %% 15] || ' ' ||
                    (array['Rodríguez','Gómez','González','Martínez','García','López','Hernández',
                        'Sánchez','Ramírez','Pérez','Díaz','Muñoz','Rojas','Moreno','Jiménez',
                        'Vargas','Torres','Castro','Peña','Ortiz','Suárez','Ríos','Cárdenas','Beltrán',
                        'Quintero','Ñáñez','Uribe','Villamizar','Wilches','Zuluaga'])
                        [1 + (c * c * 30)::int %% 30] || ' ' ||
                    (array['Acosta','Bernal','Cortés','Duarte','Espinosa','Forero','Gil','Henao',
                        'Ibarra','Jaramillo','Lara','Mora','Niño','Ospina','Pardo','Quiroga','Rincón',
                        'Salazar','Tovar','Urrego','Vega','Yepes','Zea','Prieto','Marín'])
                        [1 + (d * 25)::int %% 25] as nombre,
                    '3' || lpad((g %% 1000000000)::text, 9, '0') as linea,
                    '2-' || (8840000000 + n * 13 + h %% 13) as orden,
                    case when n %% 997 = 0 then null
                        -- agent k sells while the years go by from k's first day to k's last
                        else 1 + ((e * 100)::int + (n / 10000)) %% 200 end as agente,
                    case when f < 0.02 and n < 330000 then 12 else 1 + (f * f * 11)::int %% 11 end
                        as plan,
                    case
                        when n > 1000000 - 3000 then (array['pendiente_revision',
                            'pendiente_revision', 'pendiente_revision', 'cliente_confirma',
                            'aprobada', 'devuelta', 'escalamiento', 'digitada'])[1 + g %% 8]
                        when n > 1000000 - 13000 then (array['digitada', 'digitada', 'digitada',
                            'devuelta', 'cliente_no_confirma', 'escalamiento',
                            'venta_con_escalamiento', 'completada', 'completada', 'rechazada',
                            'cancelada', 'escalamiento_no_solucionado'])[1 + g %% 12]
                        when g %% 1000 < 73 then 'rechazada'
                        when g %% 1000 < 132 then 'cancelada'
                        else 'completada' end as estado,
                    case when n %% 1009 = 0 then null
                        else (t at time zone 'America/Bogota')::date + 3 + (h %% 8)::int end
                        as ventana,
                    case when n > 1000000 - 13000 and h %% 40 = 0 then 'por_subir'
                        when h %% 40 = 1 then 'ninguna' else 'guardada' end as confronta
                from azar)
            insert into telefonica_ventaportabilidad (numero, tipo_documento, documento,
                fecha_expedicion, nombre_completo, telefono_legalizacion, plan_adquiere_id,
                numero_a_portar, nip, fecha_entrega, fecha_ventana_cambio, numero_orden, base_origen,
                observacion, agente_id, estado_venta, estado_logistica, plan_nombre, plan_codigo,
                plan_caracteristicas, plan_cfm, plan_cfm_sin_iva, fecha_creacion,
                fecha_actualizacion, created_at, updated_at, confronta_subido_a_minio,
                confronta_por_subir, confronta_minio_object_name, confronta_minio_url,
                confronta_nombre_original, confronta_tipo_archivo, estado_confronta)
            select v.numero, 'CC', v.documento, date '2005-01-01' + (v.n %% 6000)::int, v.nombre,
                v.linea, planes.ids[v.plan], v.linea, (v.n %% 100000)::int, v.ventana - 1, v.ventana,
                v.orden, 'Base de datos', 'Cliente pide que lo llamen en la tarde', personas.ids[v.agente],
                v.estado, 'entregado', planes.nombres[v.plan], 'POS-' || v.plan,
                '40 GB|Minutos y SMS ilimitados|Redes sin consumo', 54990, 46210, v.t, v.t, v.t, v.t,
                v.confronta = 'guardada', v.confronta = 'por_subir',
                case when v.confronta = 'guardada' then 'confrontas/2026/' || v.numero || '.pdf' end,
                case when v.confronta = 'guardada' then
                    'http://127.0.0.1:9000/telefonica/confrontas/2026/' || v.numero || '.pdf' end,
                case when v.confronta = 'guardada' then 'confronta.pdf' end,
                case when v.confronta = 'guardada' then 'application/pdf' end, v.confronta
            from ventas v, personas, planes
            order by v.n
            """
                    .replace("%%", "%");
}
