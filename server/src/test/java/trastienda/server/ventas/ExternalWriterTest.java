package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.SensitiveValues;
import trastienda.server.testing.TestDatabase;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another program writes into the seed's tables with the seed's columns alone.
class ExternalWriterTest {
    private static TestDatabase database;
    private static Databases databases;
    private static VentasFeature ventas;
    private static Jdbi other;
    private static long agent;
    private static long plan;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open();
        ventas = Features.ventas(databases, Clock.systemUTC());
        other = database.appJdbi();
        agent = People.add(other, "agente.externo");
        plan = SaleData.plan(other, "EXT", "activo", "portabilidad");
    }

    @AfterAll
    static void close() throws Exception {
        databases.close();
        database.close();
    }

    @Test
    void aRowWithTheSeedsColumnsAloneIsServedLikeAnyOther() {
        var id = insert("PORTA-20200101000000", "EXT-1");
        var venta = ventas.ventas().detail(Principal.Service.SYSTEM, id);
        assertThat(venta.estadoVenta()).isEqualTo(EstadoVenta.PENDIENTE_REVISION);
        assertThat(venta.plan().planNombre()).isEqualTo("Plan EXT");
        assertThat(venta.plan().planCfm()).isEqualByComparingTo("54900");
        assertThat(venta.confronta()).isEqualTo(EstadoConfronta.NINGUNA);
        assertThat(venta.fechaCreacion()).isEqualTo(venta.fechaActualizacion());
        assertThat(venta.version()).isEqualTo(1);
        assertThat(list("EXT-1")).containsExactly(id);
    }

    @Test
    void aRepeatedNumberIsServedTwiceAndNeverGivenToASaleOfOurs() {
        var first = insert("PORTA-20200101000001", "EXT-2");
        var second = insert("PORTA-20200101000001", "EXT-3");
        assertThat(list("PORTA-20200101000001")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aStateOfItsOwnWaitsForReviewAndALocalFileIsPending() {
        var id = insert("PORTA-20200101000002", "EXT-4");
        other.useHandle(
                handle ->
                        handle.execute(
                                """
                                update telefonica_ventaportabilidad
                                set estado_venta = 'enviada', confronta = 'confrontas/x.pdf'
                                where id = ?
                                """,
                                id));
        var venta = ventas.ventas().detail(Principal.Service.SYSTEM, id);
        assertThat(venta.estadoVenta()).isEqualTo(EstadoVenta.PENDIENTE_REVISION);
        assertThat(venta.confronta()).isEqualTo(EstadoConfronta.POR_SUBIR);
        assertThat(venta.version()).isEqualTo(2);
        other.useHandle(
                handle ->
                        handle.execute(
                                "update telefonica_ventaportabilidad set confronta = '' where id ="
                                        + " ?",
                                id));
        assertThat(ventas.ventas().detail(Principal.Service.SYSTEM, id).confronta())
                .isEqualTo(EstadoConfronta.NINGUNA);
    }

    @Test
    void theNipIsErasedOnceTheNumberIsPortedWhoeverSaysSo() {
        var id = insert("PORTA-20200101000009", "EXT-9");
        update(id, "nip = 4512");
        assertThat(nip(id)).contains(4512);
        update(id, "estado_portabilidad = 'programada'");
        assertThat(nip(id)).contains(4512);
        update(id, "estado_portabilidad = 'portada'");
        assertThat(nip(id)).isEmpty();
        update(id, "nip = 4512");
        assertThat(nip(id)).isEmpty();
    }

    private static void update(long id, String set) {
        other.useHandle(
                handle ->
                        handle.execute(
                                "update telefonica_ventaportabilidad set " + set + " where id = ?",
                                id));
    }

    private static Optional<Integer> nip(long id) {
        return other.withHandle(
                handle ->
                        handle.select(
                                        "select nip from telefonica_ventaportabilidad where id = ?"
                                                + " and nip is not null",
                                        id)
                                .mapTo(Integer.class)
                                .findOne());
    }

    @Test
    void itsChangeRaisesTheVersionIsToldAndAuditedWithSensitiveValuesMasked() {
        var masks = SensitiveValues.of(databases.main());
        var id = insert("PORTA-20200101000003", "EXT-5");
        other.useHandle(
                handle ->
                        handle.execute(
                                """
                                update telefonica_ventaportabilidad
                                set documento = '1098765432', nombre_completo = 'Otra', nip = 123
                                where id = ?
                                """,
                                id));
        var audited = audit(id);
        assertThat(audited).hasSize(2).allMatch(row -> "externo".equals(row.get("clase")));
        assertThat(String.valueOf(audited.getLast().get("cambios")))
                .contains("\"Otra\"", masks.mask("1098765432"), masks.mask("00123"))
                .doesNotContain("1098765432", "version", "busqueda");
        var events =
                other.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select topic || ' ' || array_to_string(channels, ',')
                                                from trastienda.eventos_nuevos
                                                where ref = :ref order by id
                                                """)
                                        .bind("ref", "venta:" + id)
                                        .mapTo(String.class)
                                        .list());
        assertThat(events)
                .containsExactly(
                        "ventas.registrada user:" + agent + ",perm:ventas.ver_todas",
                        "ventas.cambiada user:" + agent + ",perm:ventas.ver_todas");
    }

    @Test
    void ourOwnWritingIsNotTakenForAnothers() {
        var id = insert("PORTA-20200101000004", "EXT-6");
        databases
                .main()
                .run(Actor.SYSTEM, tx -> ventas.confronta().pending(tx, id, "x.pdf", "pdf"));
        assertThat(audit(id)).hasSize(1);
        assertThat(ventas.access().require(Principal.Service.SYSTEM, id).version()).isEqualTo(2);
    }

    @Test
    void nothingOfOursBlocksItsDeletes() {
        var person = People.add(other, "se.va");
        SaleData.team(other, person, person);
        SaleData.absent(other, person);
        other.useHandle(
                handle -> {
                    handle.execute(
                            """
                            insert into telefonica_ventaportabilidad (numero, documento,
                                nombre_completo, numero_orden, agente_id, plan_adquiere_id)
                            values ('PORTA-20200101000005', '1', 'n', 'EXT-7', ?, ?)
                            """,
                            person,
                            plan);
                    handle.execute("delete from auth_user where id = ?", person);
                    handle.execute(
                            "delete from telefonica_ventaportabilidad where numero_orden ="
                                    + " 'EXT-7'");
                });
        assertThat(list("EXT-7")).isEmpty();
    }

    private static List<Long> list(String text) {
        var filtro =
                new FiltroVentas(text, null, null, null, null, null, null, null, "-fecha_creacion");
        return ventas.list().byCursor(Principal.Service.SYSTEM, filtro, 50, null).rows().stream()
                .map(row -> row.id())
                .toList();
    }

    private static List<Map<String, Object>> audit(long id) {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select clase, quien, accion, cambios::text as cambios
                                                from trastienda.auditoria
                                                where objeto = :objeto order by id
                                                """)
                                        .bind("objeto", "venta:" + id)
                                        .mapToMap()
                                        .list());
    }

    private static long insert(String numero, String orden) {
        return other.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        insert into telefonica_ventaportabilidad (numero,
                                            tipo_documento, documento, fecha_expedicion,
                                            nombre_completo, telefono_legalizacion,
                                            plan_adquiere_id, numero_a_portar, nip, fecha_entrega,
                                            fecha_ventana_cambio, numero_orden, agente_id)
                                        values (:numero, 'CC', '1020304050', '2015-01-01',
                                            'Ana', '3001234567', :plan, '3107654321', 4512,
                                            '2026-01-01', '2026-01-03', :orden, :agente)
                                        returning id
                                        """)
                                .bind("numero", numero)
                                .bind("orden", orden)
                                .bind("plan", plan)
                                .bind("agente", agent)
                                .mapTo(Long.class)
                                .one());
    }
}
