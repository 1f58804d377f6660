package trastienda.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.platform.db.Databases;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.testing.TestDatabase;
import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class DemoLoadTest {
    private static final Instant NOW = Instant.parse("2026-11-25T19:30:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ObjectStore store = TestStore.store();
    private final String bucket = TestStore.freshBucket();

    @Test
    void loadsOnceAndGoesOnWithTheFilesAfterARestart() throws IOException {
        try (var fresh = TestDatabase.create();
                var databases = fresh.open()) {
            demo(databases).load();
            demo(databases).load();

            assertThat(number(databases, "select count(*) from telefonica_ventaportabilidad"))
                    .isEqualTo(20_000);
            assertThat(
                            number(
                                    databases,
                                    """
                                    select count(*) from telefonica_ventaportabilidad
                                    where estado_venta in ('pendiente_revision', 'cliente_confirma')
                                      and fecha_ventana_cambio
                                        between date '2026-11-25' and date '2026-11-30'
                                    """))
                    .isEqualTo(400);
            assertThat(
                            number(
                                    databases,
                                    """
                                    select count(distinct estado_venta)
                                    from telefonica_ventaportabilidad v
                                    join auth_user u on u.id = v.agente_id
                                    where u.username = 'agente'
                                    """))
                    .isEqualTo(12);
            assertThat(
                            number(
                                    databases,
                                    """
                                    select count(*) from auth_user_groups g
                                    join auth_user u on u.id = g.user_id
                                    """))
                    .isEqualTo(DemoPeople.make().all().size());

            everySaleHasTheHistoryOfItsState(databases);

            assertThat(files(databases, 1)).isEqualTo(20);
            assertThat(files(databases, 2)).isEqualTo(40);
            everyFileIsInTheStore(databases, 60);
        }
    }

    private static void everySaleHasTheHistoryOfItsState(Databases databases) {
        var right =
                """
                select count(*) from telefonica_ventaportabilidad v
                join lateral (
                    select a.quien, a.usuario_id, a.cuando, c ->> 'a' as estado
                    from trastienda.auditoria a, jsonb_array_elements(a.cambios) c
                    where a.objeto = 'venta:' || v.id and c ->> 'campo' = 'estado_venta'
                    order by a.id desc limit 1) ultimo on true
                join lateral (
                    select a.cuando from trastienda.auditoria a
                    where a.objeto = 'venta:' || v.id
                    order by a.id desc limit 1) final on true
                where ultimo.estado = v.estado_venta
                    and final.cuando = v.fecha_actualizacion
                    and ultimo.usuario_id = case when v.estado_venta = 'pendiente_revision'
                        then v.agente_id else v.backoffice_id end
                """;
        assertThat(number(databases, right)).isEqualTo(20_000);
        assertThat(
                        number(
                                databases,
                                """
                                select count(*) from (
                                    select cuando, lag(cuando) over (order by id) as antes
                                    from trastienda.auditoria) a
                                where antes > cuando
                                """))
                .isZero();
    }

    @Test
    void leavesADatabaseWithSalesAlone() {
        try (var fresh = TestDatabase.create();
                var databases = fresh.open()) {
            fresh.ownerJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            """
                                            insert into telefonica_ventaportabilidad (
                                                numero, documento, nombre_completo, numero_orden)
                                            values ('PORTA-1', '1', 'Somebody', '1')
                                            """));
            demo(databases).load();

            assertThat(number(databases, "select count(*) from telefonica_ventaportabilidad"))
                    .isEqualTo(1);
            assertThat(number(databases, "select count(*) from auth_user")).isZero();
        }
    }

    private DemoFeature demo(Databases databases) {
        return new DemoFeature(
                databases.jobs(), store, bucket, password -> "argon2$" + password, clock);
    }

    /// Loads that many batches of files; returns how many files that were.
    private int files(Databases databases, int batches) throws IOException {
        var repository = new DemoRepository();
        var people = DemoPeople.make();
        var ids =
                databases
                        .jobs()
                        .read(
                                handle ->
                                        new DemoIds(
                                                people,
                                                repository.userIds(handle, people.all()),
                                                repository.planIds(handle)));
        var left = new AtomicInteger(batches);
        return new DemoFileLoader(databases.jobs(), store, bucket, clock)
                .load(new DemoVentas(NOW).make(), ids, () -> left.getAndDecrement() <= 0);
    }

    private void everyFileIsInTheStore(Databases databases, int count) {
        var rows =
                databases
                        .jobs()
                        .read(
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        select c.objeto, c.sha256
                                                        from trastienda.confrontas c
                                                        join telefonica_ventaportabilidad v
                                                          on v.id = c.venta_id
                                                        where c.estado = 'guardado' and c.vigente
                                                          and v.confronta_subido_a_minio
                                                          and v.confronta_minio_object_name
                                                            = c.objeto
                                                          and v.fecha_actualizacion < :now
                                                        """)
                                                .bind("now", NOW.atOffset(ZoneOffset.UTC))
                                                .map(
                                                        (row, context) ->
                                                                Map.entry(
                                                                        row.getString("objeto"),
                                                                        row.getString("sha256")))
                                                .list());
        assertThat(rows).hasSize(count);
        List<String> wrong = new ArrayList<>();
        for (var row : rows) {
            var stat = store.stat(bucket, row.getKey());
            if (stat.flatMap(ObjectStore.Stat::sha256).filter(row.getValue()::equals).isEmpty()) {
                wrong.add(row.getKey());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static long number(Databases databases, String sql) {
        return databases.jobs().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
