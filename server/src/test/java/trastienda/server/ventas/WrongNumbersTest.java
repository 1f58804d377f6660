package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/// Numbers that are none, and what is said first of a correction.
class WrongNumbersTest {
    private static TestServer server;
    private static long plan;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        plan = SaleData.plan(server.database().ownerJdbi(), "PLAN-1", "activo", "portabilidad");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "9223372036854775808", "1e300", "true", "\"abc\""})
    void anIdThatIsNoWholeNumberIsAWrongField(String written) {
        var form = new HashMap<>(SaleData.form("H-20", "3101110020"));
        form.put("plan_adquiere", 777_777);
        var body = Json.mapper().writeValueAsString(form).replace("777777", written);
        var refused = server.call("POST", Paths.VENTAS, server.token(Grupo.ASESOR), body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(field(refused)).isEqualTo("plan_adquiere");
    }

    @Test
    void whatCannotBeReadIsToldTogetherWithWhatIsWrong() {
        var form = new HashMap<String, Object>(SaleData.form("H-22", "3101110022"));
        form.put("plan_adquiere", "abc");
        form.put("nip", "1");
        form.put("nombre_completo", "Ana\0María");
        var refused = server.call("POST", Paths.VENTAS, server.token(Grupo.ASESOR), form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("errors").valueStream().map(e -> e.get("campo").stringValue()))
                .containsExactlyInAnyOrder("plan_adquiere", "nip", "nombre_completo");
    }

    @Test
    void aWrongFieldIsSaidBeforeAStaleVersionOrAState() {
        var form = new HashMap<>(SaleData.form("H-21", "3101110021"));
        form.put("plan_adquiere", plan);
        var made = server.call("POST", Paths.VENTAS, server.token(Grupo.ASESOR), form);
        var path = Paths.fill(Paths.VENTA, json(made).get("id").longValue());
        var wrong = patch(path, Map.of("version", 99, "nip", "1"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(field(wrong)).isEqualTo("nip");
        assertThat(patch(path, Map.of("version", 99)).statusCode()).isEqualTo(409);
        assertThat(patch(path, Map.of("version", 1)).statusCode()).isEqualTo(409);
        assertThat(patch(path, Map.of("version", 1.9)).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> patch(String path, Map<String, ?> form) {
        return server.call("PATCH", path, server.token(Grupo.ASESOR), form);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static String field(HttpResponse<String> refused) {
        return json(refused).get("errors").get(0).get("campo").stringValue();
    }
}
