package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;

import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestFiles;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/// Corrections sent again, and what the history tells of a sale.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectingTest {
    private TestServer server;
    private long plan;

    @BeforeAll
    void start() {
        server = TestServer.start(new MovableClock(Instant.parse("2026-11-22T15:00:00Z")));
        plan = SaleData.plan(server.database().ownerJdbi(), "PLAN-1", "activo", "portabilidad");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aCorrectionSentAgainUnderItsKeyIsAnsweredAgainAndDoneOnce() throws Exception {
        var id = returned("C-1", "3101110001");
        var fix = Map.of("version", 2, "nombre_completo", "Ana Luz Peña");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> patch(id, "correccion-0001", fix));
            var two = both.submit(() -> patch(id, "correccion-0001", fix));
            assertThat(one.get().statusCode()).as(one.get().body()).isEqualTo(200);
            assertThat(json(two.get())).isEqualTo(json(one.get()));
            assertThat(json(one.get()).get("version").longValue()).isEqualTo(3);
        }
        assertThat(actions(id))
                .containsOnlyOnce("ventas.corregir")
                .startsWith("[\"ventas.corregir\"");
        assertThat(patch(id, "correccion-0001", Map.of("version", 3)).statusCode()).isEqualTo(422);
        var other = returned("C-2", "3101110002");
        assertThat(patch(other, "correccion-0001", fix).statusCode())
                .as("the same form for another sale is another request")
                .isEqualTo(422);
    }

    @Test
    void anObservationMayBeginWithABullet() {
        var id = returned("C-9", "3101110009");
        var fix = Map.of("version", 2, "observacion", "• llamar el lunes");
        var fixed = patch(id, "correccion-0009", fix);
        assertThat(fixed.statusCode()).as(fixed.body()).isEqualTo(200);
        assertThat(json(fixed).get("observacion").stringValue()).isEqualTo("• llamar el lunes");
    }

    @Test
    void aRefusedCorrectionGivesItsKeyBack() {
        var id = returned("C-3", "3101110003");
        var old = Map.of("version", 1, "nombre_completo", "Ana Luz Peña");
        assertThat(patch(id, "correccion-0003", old).statusCode()).isEqualTo(409);
        var now = Map.of("version", 2, "nombre_completo", "Ana Luz Peña");
        assertThat(patch(id, "correccion-0003", now).statusCode()).isEqualTo(200);
        assertThat(patch(id, "corta", now).statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerIsNotRepeatedToWhoNoLongerSeesTheSale() {
        var id = returned("C-4", "3101110004");
        var fix = Map.of("version", 2, "nombre_completo", "Ana Luz Peña");
        assertThat(patch(id, "correccion-0004", fix).statusCode()).isEqualTo(200);
        var stranger = server.person("reemplazo", Grupo.ASESOR);
        execute("update telefonica_ventaportabilidad set agente_id = ? where id = ?", stranger, id);
        assertThat(patch(id, "correccion-0004", fix).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOnlyWhatTheOfficeMaySeeOfAChangeThatAnotherProgramMade() {
        var id = sale("C-5", "3101110005");
        execute(
                """
                update telefonica_ventaportabilidad
                set nombre_completo = 'Ana Luz', confronta_minio_object_name = 'secreto',
                    plan_caracteristicas = 'otras', backoffice_id = ?
                where id = ?
                """,
                server.id("prueba.asesor"),
                id);
        var newest = history(id).get(0);
        assertThat(newest.get("accion").stringValue()).isEqualTo("ventas.cambiar");
        assertThat(newest.get("cambios").valueStream().map(c -> c.get("campo").stringValue()))
                .containsExactly("nombre_completo");
    }

    @Test
    void callsPeopleByTheirNameTodayAndTheAuditKeepsTheOneOfThen() {
        var id = sale("C-6", "3101110006");
        upload(id);
        execute(
                "update auth_user set first_name = 'Rosa', last_name = 'Díaz', username ="
                        + " 'rosa.diaz' where id = ?",
                server.id("prueba.asesor"));
        try {
            assertThat(history(id).get(0).get("quien").stringValue()).isEqualTo("Rosa Díaz");
            var files = server.call("GET", archivos(id), server.token(Grupo.BACKOFFICE), null);
            assertThat(json(files).get("results").get(0).get("quien").stringValue())
                    .isEqualTo("Rosa Díaz");
            assertThat(recorded(id)).isEqualTo("prueba.asesor");
        } finally {
            execute(
                    "update auth_user set first_name = '', last_name = '', username ="
                            + " 'prueba.asesor' where username = 'rosa.diaz'");
        }
    }

    private long sale(String order, String line) {
        var form = new HashMap<>(SaleData.form(order, line));
        form.put("plan_adquiere", plan);
        var made = server.call("POST", Paths.VENTAS, server.token(Grupo.ASESOR), form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("id").longValue();
    }

    private long returned(String order, String line) {
        var id = sale(order, line);
        SaleData.returned(server.database().appJdbi(), id, "Otra vez");
        return id;
    }

    private HttpResponse<String> patch(long id, String key, Map<String, ?> form) {
        return server.send(
                server.request(Paths.fill(Paths.VENTA, id))
                        .header("Authorization", "Bearer " + server.token(Grupo.ASESOR))
                        .header("Content-Type", "application/json")
                        .header(Headers.IDEMPOTENCY_KEY, key)
                        .method(
                                "PATCH",
                                BodyPublishers.ofString(Json.mapper().writeValueAsString(form))));
    }

    private JsonNode history(long id) {
        var path = Paths.fill(Paths.VENTA_HISTORIAL, id);
        return json(server.call("GET", path, server.token(Grupo.ADMINISTRADOR), null));
    }

    private static String archivos(long id) {
        return Paths.fill(Paths.VENTA_ARCHIVOS, id);
    }

    private void upload(long id) {
        var file =
                server.request(archivos(id) + "?tipo=confronta")
                        .header("Authorization", "Bearer " + server.token(Grupo.ASESOR))
                        .header("X-File-Name", "a.pdf")
                        .PUT(BodyPublishers.ofByteArray(TestFiles.pdf(1)));
        assertThat(server.send(file).statusCode()).isEqualTo(201);
    }

    private String actions(long id) {
        return Json.mapper()
                .writeValueAsString(
                        history(id)
                                .valueStream()
                                .map(entry -> entry.get("accion").stringValue())
                                .toList());
    }

    private String recorded(long id) {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select quien from trastienda.auditoria
                                                where objeto = :sale
                                                    and accion = 'ventas.registrar'
                                                """)
                                        .bind("sale", "venta:" + id)
                                        .mapTo(String.class)
                                        .one());
    }

    private void execute(String sql, Object... values) {
        server.database().appJdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }
}
