package trastienda.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.config.Config;
import trastienda.server.testing.TestDatabase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A database that Django made is adopted in place, and Django goes on working with it.
final class AdoptionTest {
    private final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void load() throws IOException {
        try (var dump = Objects.requireNonNull(getClass().getResourceAsStream("/django.sql"))) {
            var script = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
            database.ownerJdbi().useHandle(handle -> handle.createScript(script).execute());
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void startsOnADjangoDatabaseWithRepeatedNumbersAndKeepsEveryRowAsItWas() {
        var columns =
                """
                select count(*), count(distinct numero), count(*) filter (where confronta = ''),
                    md5(string_agg(concat_ws('|', id, numero, documento, nombre_completo, nip,
                        confronta, estado_venta, fecha_creacion, fecha_actualizacion, agente_id,
                        plan_adquiere_id), ',' order by id))
                from telefonica_ventaportabilidad
                """;
        var before = row(columns);

        try (var open = database.open()) {
            assertThat(row(columns)).isEqualTo(before);
            assertThat(before.subList(0, 3)).containsExactly(12L, 7L, 8L);
            assertThat(
                            open.main()
                                    .<Long>read(
                                            h ->
                                                    count(
                                                            h,
                                                            """
                                                            select count(*)
                                                            from telefonica_ventaportabilidad
                                                            where created_at = fecha_creacion
                                                                and updated_at
                                                                    = fecha_actualizacion
                                                                and version = 1
                                                            """)))
                    .isEqualTo(12);
            assertThat(open.auditAppendOnly()).isTrue();
        }
        assertThat(Databases.plan(Config.from(database.env()))).isEmpty();
    }

    @Test
    void letsTheOtherProgramWriteAndDeleteAsItAlwaysDid() {
        try (var open = database.open()) {
            assertThat(open.isEmbedded()).isFalse();
            database.ownerJdbi()
                    .useHandle(
                            handle -> {
                                assertThat(handle.execute(insertAsDjango())).isEqualTo(1);
                                assertThat(
                                                handle.execute(
                                                        """
                                                        update telefonica_ventaportabilidad
                                                        set estado_venta = 'devuelta',
                                                            fecha_actualizacion = now()
                                                        where numero_orden = 'ORD-99'
                                                        """))
                                        .isEqualTo(1);
                                assertThat(
                                                count(
                                                        handle,
                                                        """
                                                        select version
                                                        from telefonica_ventaportabilidad
                                                        where numero_orden = 'ORD-99'
                                                        """))
                                        .as("another program's change raises the version too")
                                        .isEqualTo(2);
                                handle.execute(
                                        "delete from telefonica_ventaportabilidad"
                                                + " where numero_orden in ('ORD-1', 'ORD-99')");
                                handle.execute(
                                        "update telefonica_ventaportabilidad set agente_id = null");
                                handle.execute("delete from auth_user_groups where user_id = 1");
                                handle.execute("delete from auth_user where id = 1");
                            });
        }
    }

    @Test
    void addsOnlyTheGroupsThatAreMissingWhateverTheirCase() {
        try (var open = database.open()) {
            List<String> names =
                    open.main()
                            .read(
                                    h ->
                                            h.createQuery("select lower(name) from auth_group")
                                                    .mapTo(String.class)
                                                    .list());
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains("asesor", "backoffice", "administrador", "supervisores", "calidad");
        }
    }

    private static String insertAsDjango() {
        return """
        insert into telefonica_ventaportabilidad (numero, tipo_documento, documento,
            fecha_expedicion, nombre_completo, telefono_legalizacion, numero_a_portar, nip,
            fecha_entrega, fecha_ventana_cambio, numero_orden, base_origen, usuario_greta,
            plan_nombre, plan_codigo, plan_caracteristicas, plan_cfm, plan_cfm_sin_iva, confronta,
            observacion, estado_venta, estado_logistica, fecha_creacion, fecha_actualizacion,
            agente_id, backoffice_id, plan_adquiere_id)
        select numero, tipo_documento, documento, fecha_expedicion, nombre_completo,
            telefono_legalizacion, numero_a_portar, nip, fecha_entrega, fecha_ventana_cambio,
            'ORD-99', base_origen, usuario_greta, plan_nombre, plan_codigo, plan_caracteristicas,
            plan_cfm, plan_cfm_sin_iva, '', observacion, 'pendiente_revision', estado_logistica,
            now(), now(), agente_id, backoffice_id, plan_adquiere_id
        from telefonica_ventaportabilidad where numero_orden = 'ORD-1'
        """;
    }

    private List<Object> row(String sql) {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(sql)
                                        .map(
                                                (row, context) ->
                                                        List.<Object>of(
                                                                row.getLong(1),
                                                                row.getLong(2),
                                                                row.getLong(3),
                                                                row.getString(4)))
                                        .one());
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
