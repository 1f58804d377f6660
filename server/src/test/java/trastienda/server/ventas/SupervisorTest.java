package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What a supervisor may do for their teams, and for them alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisorTest {
    private static final String ANYWAY = Paths.VENTAS + "?excepcion=linea_activa";
    private TestServer server;
    private long absent;
    private long plan;

    @BeforeAll
    void start() {
        server = TestServer.start(new MovableClock(Instant.parse("2026-11-22T15:00:00Z")));
        var jdbi = server.database().ownerJdbi();
        plan = SaleData.plan(jdbi, "PLAN-1", "activo", "portabilidad");
        absent = server.person("ausente", Grupo.ASESOR);
        server.person("de.otro.equipo", Grupo.ASESOR);
        SaleData.team(jdbi, server.id("prueba.supervisores"), absent, server.id("prueba.asesor"));
        SaleData.absent(jdbi, absent);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void grantsASecondActiveSaleOfALineWithAReasonThatTheAuditKeeps() {
        assertThat(register(Grupo.ASESOR, Paths.VENTAS, "S-1", "3101110001", null).statusCode())
                .isEqualTo(201);
        var usual = register(Grupo.SUPERVISORES, Paths.VENTAS, "S-2", "3101110001", null);
        assertThat(usual.statusCode()).isEqualTo(409);
        var mute = register(Grupo.SUPERVISORES, ANYWAY, "S-2", "3101110001", "%20");
        assertThat(mute.statusCode()).isEqualTo(400);
        assertThat(mute.body()).contains("\"campo\":\"motivo\"", "obligatorio");

        var granted =
                register(
                        Grupo.SUPERVISORES,
                        ANYWAY,
                        "S-2",
                        "3101110001",
                        "El%20titular%20reclam%C3%B3");
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        var id = Json.mapper().readTree(granted.body()).get("id").longValue();
        assertThat(reasons(id)).isEqualTo("El titular reclamó prueba.supervisores");
    }

    @Test
    void keepsTheReasonButNoExceptionWhereNoneWasNeeded() {
        var free = register(Grupo.SUPERVISORES, ANYWAY, "S-3", "3101110003", "por%20si%20acaso");
        assertThat(free.statusCode()).isEqualTo(201);
        var id = Json.mapper().readTree(free.body()).get("id").longValue();
        assertThat(reasons(id)).isEmpty();
        var history = call(Grupo.ADMINISTRADOR, Paths.fill(Paths.VENTA_HISTORIAL, id));
        assertThat(Json.mapper().readTree(history.body()).get(0).get("motivo").stringValue())
                .isEqualTo("por si acaso");
    }

    @Test
    void isTheOnlyOneWhoMayGrantIt() {
        register(Grupo.ASESOR, Paths.VENTAS, "S-4", "3101110004", null);
        var agent = register(Grupo.ASESOR, ANYWAY, "S-5", "3101110004", "porque%20si");
        assertThat(agent.statusCode()).isEqualTo(403);
        var odd =
                register(
                        Grupo.SUPERVISORES,
                        Paths.VENTAS + "?excepcion=todo",
                        "S-5",
                        "3101110004",
                        "x");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("\"excepcion\"");
    }

    @Test
    void choosesAmongTheAgentsOfTheirTeamsAlone() {
        var path = Paths.USUARIOS + "?grupo=asesor";
        var theirs = call(Grupo.SUPERVISORES, path);
        assertThat(theirs.body())
                .contains("\"count\":2", "\"ausente\"", "\"prueba.asesor\"")
                .doesNotContain("de.otro.equipo");
        var all = call(Grupo.BACKOFFICE, path);
        assertThat(all.body()).contains("\"de.otro.equipo\"", "\"ausente\"");
    }

    private String reasons(long sale) {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select coalesce(string_agg(
                                                    motivo || ' ' || quien, ','), '')
                                                from trastienda.auditoria
                                                where accion = 'ventas.excepcion' and objeto = :sale
                                                """)
                                        .bind("sale", "venta:" + sale)
                                        .mapTo(String.class)
                                        .one());
    }

    private HttpResponse<String> call(Grupo grupo, String path) {
        return server.call("GET", path, server.token(grupo), null);
    }

    private HttpResponse<String> register(
            Grupo grupo, String path, String order, String line, @Nullable String reason) {
        Map<String, Object> form = new HashMap<>(SaleData.form(order, line));
        form.put("plan_adquiere", plan);
        if (grupo == Grupo.SUPERVISORES) {
            form.put("agente", absent);
        }
        var request =
                server.request(path)
                        .header("Authorization", "Bearer " + server.token(grupo))
                        .header("Content-Type", "application/json");
        if (reason != null) {
            request.header(Headers.REASON, reason);
        }
        return server.send(
                request.POST(
                        HttpRequest.BodyPublishers.ofString(
                                Json.mapper().writeValueAsString(form))));
    }
}
