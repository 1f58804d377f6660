package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.Regla;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

class VentasHttpTest {
    private static TestServer server;
    private static long plan;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        plan = SaleData.plan(server.database().ownerJdbi(), "PLAN-1", "activo", "portabilidad");
        SaleData.plan(server.database().ownerJdbi(), "PLAN-2", "inactivo", "portabilidad");
        SaleData.plan(server.database().ownerJdbi(), "PLAN-3", "activo", "Hogar");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAgentRegistersASaleAndSeesItWhole() {
        var created = post(Grupo.ASESOR, form("H-1", "3101110001"));
        assertThat(created.statusCode()).isEqualTo(201);
        var venta = json(created);
        assertThat(venta.get("numero").stringValue()).matches("PORTA-\\d{14}");
        assertThat(venta.get("estado_venta").stringValue()).isEqualTo("pendiente_revision");
        assertThat(venta.get("documento").stringValue()).isEqualTo("1020304050");
        assertThat(venta.get("plan").get("plan_nombre").stringValue()).isEqualTo("Plan PLAN-1");
        assertThat(venta.get("version").longValue()).isEqualTo(1);
        assertThat(created.headers().firstValue("Location"))
                .contains("/api/v1/ventas/" + venta.get("id").longValue() + "/");

        var seen = get(Grupo.ASESOR, "/api/v1/ventas/" + venta.get("id").longValue() + "/");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(json(seen)).isEqualTo(venta);
    }

    @Test
    void othersSalesDoNotExistForAnAgent() {
        server.person("otra.asesora", Grupo.ASESOR);
        var id = json(post(Grupo.ASESOR, form("H-2", "3101110002"))).get("id").longValue();
        var path = "/api/v1/ventas/" + id + "/";
        var other = server.token("otra.asesora");
        assertThat(server.call("GET", path, other, null).statusCode()).isEqualTo(404);
        assertThat(server.call("PATCH", path, other, Map.of("version", 1)).statusCode())
                .isEqualTo(404);
        assertThat(json(server.call("GET", Paths.VENTAS, other, null)).get("count").longValue())
                .isZero();
        var asked = Paths.VENTAS + "?agente=" + server.id("prueba.asesor");
        assertThat(json(server.call("GET", asked, other, null)).get("results").size()).isZero();
    }

    @Test
    void qualitySeesTheEndOfSensitiveValuesAndSupervisorsAskForOne() {
        var id = json(post(Grupo.ASESOR, form("H-3", "3101110003"))).get("id").longValue();
        var path = "/api/v1/ventas/" + id + "/";
        var masked = json(get(Grupo.CALIDAD, path));
        assertThat(masked.get("documento").stringValue()).isEqualTo("••••4050");
        assertThat(masked.get("numero_a_portar").stringValue()).isEqualTo("••••0003");
        assertThat(masked.get("nip").stringValue()).doesNotContain("4512");
        assertThat(masked.get("enmascarada").booleanValue()).isTrue();
        var row = json(get(Grupo.CALIDAD, Paths.VENTAS + "?q=H-3")).get("results").get(0);
        assertThat(row.get("documento").stringValue()).isEqualTo("••••4050");
        assertThat(get(Grupo.CALIDAD, path + "dato/documento/").statusCode()).isEqualTo(403);

        assertThat(json(get(Grupo.BACKOFFICE, path)).get("nip").stringValue()).isEqualTo("04512");

        assertThat(json(get(Grupo.ADMINISTRADOR, path)).get("documento").stringValue())
                .isEqualTo("••••4050");
        assertThat(json(get(Grupo.ADMINISTRADOR, path + "dato/documento/")).get("valor"))
                .hasToString("\"1020304050\"");
        assertThat(get(Grupo.ADMINISTRADOR, path + "dato/observacion/").statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesEveryWrongFieldAtOnceAlsoThoseOnlyTheDatabaseKnows() {
        post(Grupo.ASESOR, form("H-4", "3101110004"));
        var form = form(" h-4 ", "3101110005");
        form.put("plan_adquiere", 999_999);
        form.put("documento", "0");
        form.put("fecha_expedicion", "2999-01-01");
        var refused = post(Grupo.ASESOR, form);
        assertThat(refused.statusCode()).isEqualTo(400);
        var problem = problem(refused);
        assertThat(problem.code()).isEqualTo(ProblemCode.DATOS_INVALIDOS);
        assertThat(problem.errors())
                .extracting(error -> error.campo() + ":" + error.regla())
                .containsExactlyInAnyOrder(
                        "numero_orden:ORDEN_REPETIDA",
                        "plan_adquiere:PLAN_DESCONOCIDO",
                        "documento:CC_INVALIDA",
                        "fecha_expedicion:FUERA_DE_RANGO");
        assertThat(refused.body())
                .contains("Ya existe una venta de portabilidad con este número de orden.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAN-2", "PLAN-3"})
    void onlyActivePortabilityPlansAreSold(String codigo) {
        var form = form("H-5" + codigo, "3101110006");
        form.put("plan_adquiere", SaleData.planId(server.database().ownerJdbi(), codigo));
        assertThat(problem(post(Grupo.ASESOR, form)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.regla()).isEqualTo(Regla.PLAN_DESCONOCIDO));
    }

    @Test
    void aLineHasOneActiveSaleAndTheAnswerShowsNothingOfTheOther() {
        post(Grupo.ASESOR, form("H-6", "3101110007"));
        var refused = post(Grupo.ASESOR, form("H-7", "310 111 0007"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused).code()).isEqualTo(ProblemCode.LINEA_CON_VENTA_ACTIVA);
        assertThat(problem(refused).actual()).isNull();
        assertThat(refused.body()).doesNotContain("Ana");
    }

    @ParameterizedTest
    @CsvSource({"abc", "0", "-1", "9223372036854775808", "1.5"})
    void anIdThatIsNoneIsNotFound(String id) {
        assertThat(get(Grupo.BACKOFFICE, "/api/v1/ventas/" + id + "/").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "page_size=0, page_size",
        "page_size=10000, page_size",
        "page=0, page",
        "ordering=color, ordering",
        "ordering=fecha_creacion;drop, ordering",
        "cursor=abc, cursor",
        "estado=vendida, estado",
        "fecha_desde=ayer, fecha_desde",
        "fecha_desde=2026-02-02&fecha_hasta=2026-02-01, fecha_hasta",
        "q=ab, q",
        "q=%25%25, q",
        "agente=x, agente",
        "con_confronta=quizas, con_confronta",
        "q=a%00bc, q"
    })
    void aWrongParameterIsNamed(String query, String field) {
        var refused = get(Grupo.BACKOFFICE, Paths.VENTAS + "?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused).errors())
                .extracting(error -> error.campo())
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no es json",
                "[]",
                "{\"nombre_completo\":\"a\\u0000b\"}",
                "{\"nombre_completo\":\"\\ud800\"}"
            })
    void aBodyThatIsNoSaleIsRefused(String body) {
        assertThat(server.call("POST", Paths.VENTAS, server.token(Grupo.ASESOR), body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyWhoSellsRegistersAndSupervisorsOnlyForAnAbsentAgentOfTheirs() {
        assertThat(post(Grupo.BACKOFFICE, form("H-8", "3101110008")).statusCode()).isEqualTo(403);
        assertThat(post(Grupo.CALIDAD, form("H-8", "3101110008")).statusCode()).isEqualTo(403);
        var jdbi = server.database().ownerJdbi();
        var absent = server.person("ausente", Grupo.ASESOR);
        var form = form("H-8", "3101110008");
        assertThat(problem(post(Grupo.SUPERVISORES, form)).errors())
                .extracting(error -> error.campo() + ":" + error.regla())
                .containsExactly("agente:OBLIGATORIO");
        form.put("agente", absent);
        assertThat(post(Grupo.SUPERVISORES, form).statusCode()).isEqualTo(400);
        SaleData.team(jdbi, server.id("prueba.supervisores"), absent);
        assertThat(post(Grupo.SUPERVISORES, form).statusCode()).isEqualTo(400);
        SaleData.absent(jdbi, absent);
        var created = post(Grupo.SUPERVISORES, form);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).get("agente_id").longValue()).isEqualTo(absent);
        assertThat(json(created).get("documento").stringValue()).isEqualTo("••••4050");
        assertThat(json(created).get("acciones").toString()).contains("subir");
    }

    @Test
    void aReturnedSaleIsCorrectedByItsAgentAndGoesBackToReview() {
        var venta = json(post(Grupo.ASESOR, form("H-9", "3101110009")));
        var id = venta.get("id").longValue();
        var path = "/api/v1/ventas/" + id + "/";
        assertThat(patch(Grupo.ASESOR, path, Map.of("version", 1)).statusCode()).isEqualTo(409);
        SaleData.returned(server.database().appJdbi(), id, "Falta el segundo apellido");
        var returned = json(get(Grupo.ASESOR, path));
        assertThat(returned.get("motivo_devolucion").stringValue())
                .isEqualTo("Falta el segundo apellido");
        assertThat(returned.get("acciones").toString()).contains("corregir");

        assertThat(problem(patch(Grupo.ASESOR, path, Map.of())).errors())
                .extracting(error -> error.campo())
                .containsExactly("version");
        var stale = patch(Grupo.ASESOR, path, Map.of("version", 1));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).get("actual").get("version").longValue()).isEqualTo(2);

        var corrected =
                patch(
                        Grupo.ASESOR,
                        path,
                        Map.of("version", 2, "nombre_completo", "Ana María Peña Gil"));
        assertThat(corrected.statusCode()).isEqualTo(200);
        var now = json(corrected);
        assertThat(now.get("estado_venta").stringValue()).isEqualTo("pendiente_revision");
        assertThat(now.get("nombre_completo").stringValue()).isEqualTo("Ana María Peña Gil");
        assertThat(now.get("documento").stringValue()).isEqualTo("1020304050");
        assertThat(now.get("campos_por_corregir").size()).isZero();
        assertThat(now.get("version").longValue()).isEqualTo(3);
    }

    @Test
    void whatWasShownMaskedStaysAsItIsWhenItComesBack() {
        var venta = json(post(Grupo.ASESOR, form("H-10", "3101110010")));
        var path = "/api/v1/ventas/" + venta.get("id").longValue() + "/";
        var seen = json(get(Grupo.ADMINISTRADOR, path));
        var change = new HashMap<String, Object>();
        for (var field : List.of("documento", "telefono_legalizacion", "numero_a_portar", "nip")) {
            change.put(field, seen.get(field).stringValue());
        }
        change.put("version", 1);
        change.put("base_origen", "SMS");
        assertThat(patch(Grupo.ADMINISTRADOR, path, change).statusCode()).isEqualTo(200);
        var now = json(get(Grupo.ASESOR, path));
        assertThat(now.get("numero_a_portar").stringValue()).isEqualTo("3101110010");
        assertThat(now.get("nip").stringValue()).isEqualTo("04512");
        assertThat(now.get("base_origen").stringValue()).isEqualTo("SMS");
    }

    @Test
    void followsNextThroughTheWholeListAndPreviousBack() {
        for (int i = 0; i < 7; i++) {
            post(Grupo.ASESOR, form("H-11-" + i, "310222000" + i));
        }
        var ids = new ArrayList<Long>();
        var firsts = new ArrayList<JsonNode>();
        var address = Paths.VENTAS + "?q=H-11&page_size=3&ordering=numero";
        while (true) {
            var page = json(get(Grupo.BACKOFFICE, address));
            firsts.add(page);
            page.get("results").forEach(row -> ids.add(row.get("id").longValue()));
            assertThat(page.get("count").longValue()).isEqualTo(7);
            if (page.get("next").isNull()) {
                break;
            }
            address = page.get("next").stringValue().replace(server.url(), "");
            assertThat(address).contains("page_size=3", "ordering=numero");
        }
        assertThat(ids).hasSize(7);
        assertThat(new HashSet<>(ids)).hasSize(7);
        var back =
                json(
                        get(
                                Grupo.BACKOFFICE,
                                firsts.getLast()
                                        .get("previous")
                                        .stringValue()
                                        .replace(server.url(), "")));
        assertThat(back.get("results")).isEqualTo(firsts.get(1).get("results"));

        var second = json(get(Grupo.BACKOFFICE, Paths.VENTAS + "?q=H-11&page_size=3&page=2"));
        assertThat(second.get("previous").stringValue()).contains("page=1");
        assertThat(second.get("next").stringValue()).contains("page=3");
        assertThat(get(Grupo.BACKOFFICE, Paths.VENTAS + "?q=H-11&page_size=3&page=9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void historyTellsWhoDidWhatWithSensitiveValuesMasked() {
        var id = json(post(Grupo.ASESOR, form("H-12", "3101110012"))).get("id").longValue();
        SaleData.returned(server.database().appJdbi(), id, "Otra vez");
        var path = "/api/v1/ventas/" + id + "/";
        patch(Grupo.ASESOR, path, Map.of("version", 2, "documento", "1099887766"));
        get(Grupo.ADMINISTRADOR, path + "dato/nip/");
        var history = json(get(Grupo.CALIDAD, path + "historial/"));
        assertThat(history.valueStream().map(entry -> entry.get("accion").stringValue()))
                .containsExactly(
                        "ventas.ver_dato.nip",
                        "ventas.corregir",
                        "ventas.cambiar",
                        "ventas.registrar");
        var corrected = history.get(1);
        assertThat(corrected.get("quien").stringValue()).isEqualTo("prueba.asesor");
        assertThat(corrected.get("motivo").stringValue())
                .isEqualTo("Venta corregida y reenviada a revisión");
        assertThat(corrected.get("cambios").toString())
                .contains("••••7766", "••••4050", "devuelta")
                .doesNotContain("#", "1099887766");
        assertThat(history.get(2).get("quien").stringValue()).isEqualTo("externo");
        server.person("curiosa", Grupo.ASESOR);
        assertThat(
                        server.call("GET", path + "historial/", server.token("curiosa"), null)
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDoubleClickIsOneSaleWithOneAnswer() throws Exception {
        var form = form("H-13", "3101110013");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> keyed("llave-de-prueba-1", form));
            var two = both.submit(() -> keyed("llave-de-prueba-1", form));
            var first = one.get();
            var second = two.get();
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(json(first)).isEqualTo(json(second));
            assertThat(first.headers().firstValue("Location"))
                    .isPresent()
                    .isEqualTo(second.headers().firstValue("Location"));
        }
        assertThat(keyed("llave-de-prueba-1", form("H-14", "3101110014")).statusCode())
                .isEqualTo(422);
        assertThat(keyed("corta", form).statusCode()).isEqualTo(400);
        var wrong = form("H-15", "3101110015");
        wrong.put("nip", "1");
        assertThat(keyed("llave-de-prueba-2", wrong).statusCode()).isEqualTo(400);
        assertThat(keyed("llave-de-prueba-2", form("H-15", "3101110015")).statusCode())
                .as("a refused request gives its key back")
                .isEqualTo(201);
    }

    @Test
    void plansAreActiveOnesAndAllForWhoEditsThem() {
        assertThat(json(get(Grupo.ASESOR, Paths.PLANES)).size()).isEqualTo(2);
        assertThat(json(get(Grupo.BACKOFFICE, Paths.PLANES)).size()).isEqualTo(3);
        assertThat(json(get(Grupo.ASESOR, Paths.PLANES)).get(0).get("CFM").stringValue())
                .isEqualTo("54900.00");
    }

    private static Map<String, Object> form(String order, String line) {
        var form = new HashMap<>(SaleData.form(order, line));
        form.put("plan_adquiere", plan);
        return form;
    }

    private static HttpResponse<String> post(Grupo who, Map<String, Object> form) {
        return server.call("POST", Paths.VENTAS, server.token(who), form);
    }

    private static HttpResponse<String> keyed(String key, Map<String, Object> form) {
        return server.send(
                server.request(Paths.VENTAS)
                        .header("Authorization", "Bearer " + server.token(Grupo.ASESOR))
                        .header("Content-Type", "application/json")
                        .header(Headers.IDEMPOTENCY_KEY, key)
                        .POST(BodyPublishers.ofString(Json.mapper().writeValueAsString(form))));
    }

    private static HttpResponse<String> patch(Grupo who, String path, Map<String, ?> form) {
        return server.call("PATCH", path, server.token(who), form);
    }

    private static HttpResponse<String> get(Grupo who, String path) {
        return server.call("GET", path, server.token(who), null);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static Problem problem(HttpResponse<String> answer) {
        return Json.mapper().readValue(answer.body(), Problem.class);
    }
}
