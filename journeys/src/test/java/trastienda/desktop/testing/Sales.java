package trastienda.desktop.testing;

import org.jdbi.v3.core.Jdbi;

import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaRules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/// The sales of the [Office]: many that are only looked at, and forms for new ones.
public final class Sales {
    private final Jdbi jdbi;
    private final AtomicInteger count = new AtomicInteger();

    Sales(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void plans() {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                insert into telefonica_planes_portabilidad (codigo, nombre_plan,
                                    caracteristicas, "CFM", "CFM_sin_iva", estado, tipo_plan)
                                values
                                ('P20', 'Pospago 20 GB', '20 GB|Minutos ilimitados', 39990,
                                    33604.95, 'activo', 'portabilidad'),
                                ('P40', 'Pospago 40 GB Ilimitado', '40 GB|Minutos ilimitados',
                                    54990, 46210, 'activo', 'portabilidad'),
                                ('P80', 'Pospago 80 GB Ilimitado', '80 GB|Minutos ilimitados',
                                    72990, 61336.13, 'activo', 'portabilidad'),
                                ('P05', 'Pospago 5 GB', '5 GB', 25990, 21840.34, 'inactivo',
                                    'portabilidad')
                                """));
    }

    /// Invented sales in every state, written as another program writes them: half of them of each
    /// of two agents, one every seven hours into the past.
    void many(int rows, long one, long other) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into telefonica_ventaportabilidad (numero,
                                            tipo_documento, documento, fecha_expedicion,
                                            nombre_completo, telefono_legalizacion,
                                            plan_adquiere_id, numero_a_portar, nip, fecha_entrega,
                                            fecha_ventana_cambio, numero_orden, base_origen,
                                            agente_id, estado_venta, motivo_devolucion,
                                            plan_nombre, plan_codigo, plan_caracteristicas,
                                            plan_cfm, plan_cfm_sin_iva, fecha_creacion,
                                            fecha_actualizacion)
                                        select 'PORTA-20261' || lpad(n::text, 9, '0'), 'CC',
                                            (10000000 + n * 7919)::text, date '2012-05-04' + n,
                                            (array['María Fernanda', 'Carlos Andrés', 'Luz Marina',
                                                'Jhon Jairo', 'Ana Lucía', 'Óscar Iván',
                                                'Sandra Milena'])[1 + n % 7] || ' ' ||
                                            (array['Gómez', 'Peña', 'Rodríguez', 'Ñáñez',
                                                'Quintero'])[1 + n % 5] || ' ' ||
                                            (array['Ruiz', 'Castaño', 'Vélez', 'Mejía'])[1 + n % 4],
                                            '3' || (100000000 + n * 7717)::text, p.id,
                                            '3' || (150000000 + n * 6133)::text, 10000 + n,
                                            current_date + n % 5, current_date + 2 + n % 5,
                                            'O-' || n, 'Base de datos',
                                            case when n % 2 = 0 then :one else :other end,
                                            (array['pendiente_revision', 'cliente_confirma',
                                                'aprobada', 'devuelta', 'digitada', 'completada',
                                                'escalamiento', 'rechazada', 'cancelada',
                                                'cliente_no_confirma', 'venta_con_escalamiento',
                                                'escalamiento_no_solucionado'])[1 + n % 12],
                                            case when n % 12 = 3
                                                then 'El nombre no coincide con la cédula' end,
                                            p.nombre_plan, p.codigo, p.caracteristicas, p."CFM",
                                            p."CFM_sin_iva", now() - n * interval '7 hours',
                                            now() - n * interval '7 hours'
                                        from generate_series(1, :rows) n
                                        join telefonica_planes_portabilidad p
                                            on p.codigo = (array['P20', 'P40', 'P80'])[1 + n % 3]
                                        """)
                                .bind("rows", rows)
                                .bind("one", one)
                                .bind("other", other)
                                .execute());
    }

    /// Copies of those that are there, each a few minutes before the one it is copied from, until
    /// there are that many.
    void multiply(int rows) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into telefonica_ventaportabilidad (numero,
                                            tipo_documento, documento, fecha_expedicion,
                                            nombre_completo, telefono_legalizacion,
                                            plan_adquiere_id, numero_a_portar, nip, fecha_entrega,
                                            fecha_ventana_cambio, numero_orden, base_origen,
                                            agente_id, estado_venta, motivo_devolucion,
                                            plan_nombre, plan_codigo, plan_caracteristicas,
                                            plan_cfm, plan_cfm_sin_iva, fecha_creacion,
                                            fecha_actualizacion)
                                        select 'PORTA-2026' || lpad(n::text, 10, '0'),
                                            v.tipo_documento, (20000000 + n)::text,
                                            v.fecha_expedicion, v.nombre_completo,
                                            v.telefono_legalizacion, v.plan_adquiere_id,
                                            '3' || lpad(n::text, 9, '0'), v.nip, v.fecha_entrega,
                                            v.fecha_ventana_cambio, 'C-' || n, v.base_origen,
                                            v.agente_id, v.estado_venta, v.motivo_devolucion,
                                            v.plan_nombre, v.plan_codigo, v.plan_caracteristicas,
                                            v.plan_cfm, v.plan_cfm_sin_iva,
                                            v.fecha_creacion - n * interval '10 seconds',
                                            v.fecha_actualizacion
                                        from generate_series(1, :more) n
                                        join (select *, row_number() over () as place
                                              from telefonica_ventaportabilidad) v
                                            on v.place = 1 + n % :have
                                        """)
                                .bind("more", rows - count())
                                .bind("have", count())
                                .execute());
        jdbi.useHandle(handle -> handle.execute("vacuum analyze telefonica_ventaportabilidad"));
    }

    /// How many there are.
    int count() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from telefonica_ventaportabilidad")
                                .mapTo(Integer.class)
                                .one());
    }

    /// The id of a plan.
    public long plan(String codigo) {
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

    /// A right form; its order and line are like no other's.
    public VentaDatos form(String nombre) {
        var n = count.incrementAndGet();
        return new VentaDatos(
                "CC",
                "1.020.304.050",
                null,
                "2015-03-04",
                nombre,
                "3001234567",
                plan("P40"),
                "%d".formatted(3_200_000_000L + n),
                "04512",
                workday(2).toString(),
                workday(4).toString(),
                "PRUEBA-" + n,
                null,
                null,
                null,
                null,
                null);
    }

    /// A working day so many days ahead, or the next one after it.
    public static LocalDate workday(int ahead) {
        var day = LocalDate.now(VentaRules.ZONE).plusDays(ahead);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// The sale is given back to its agent by another program.
    public void returned(long id, String motivo) {
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
}
