package trastienda.server.operacion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.ServerApp;
import trastienda.server.operacion.HealthChecks.Finding;
import trastienda.server.platform.config.Config;
import trastienda.server.testing.Await;
import trastienda.server.testing.TestServer;
import trastienda.server.testing.TestStore;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;
import trastienda.shared.operacion.Health;
import trastienda.shared.operacion.VersionInfo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperacionTest {
    private static final List<String> WITHOUT_BODY =
            List.of(
                    "post /api/v1/auth/logout/",
                    "post /api/v1/llaves/{id}/revocar/",
                    "post /api/v1/usuarios/{id}/restablecer/");

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void describesExactlyTheRoutesThatAreRegistered() {
        var document = Json.mapper().readTree(server.call("GET", Paths.OPENAPI, null, null).body());
        assertThat(document.get("openapi").stringValue()).isEqualTo("3.1.0");
        var described = new TreeSet<String>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        var registered = new TreeSet<>(server.app().registered());
        registered.removeIf(route -> route.startsWith("HEAD "));
        assertThat(described).isEqualTo(registered).hasSizeGreaterThan(20);
    }

    /// What is read without a body: everything else that writes says what it wants to be sent.
    @Test
    void saysWhatEveryWritingRouteTakesAndHowItRefuses() {
        var document = Json.mapper().readTree(server.call("GET", Paths.OPENAPI, null, null).body());
        var silent = new TreeSet<String>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var operation = method.getValue();
                if (!Set.of("get", "delete").contains(method.getKey())
                        && !operation.has("requestBody")) {
                    silent.add(method.getKey() + " " + path.getKey());
                }
                var drf =
                        path.getKey().startsWith("/telefonica/")
                                || path.getKey().startsWith("/api/v1/auth/");
                assertThat(operation.at("/responses/default/content").has("application/json"))
                        .as(path.getKey())
                        .isEqualTo(drf);
            }
        }
        assertThat(silent).containsExactlyInAnyOrderElementsOf(WITHOUT_BODY);
        var form =
                document.get("paths")
                        .get(Paths.SEED_CREAR)
                        .at("/post/requestBody/content/multipart~1form-data/schema/allOf");
        assertThat(form.get(0).get("$ref").stringValue()).endsWith("/VentaDatos");
        assertThat(form.get(1).at("/properties/confronta/format").stringValue())
                .isEqualTo("binary");
        assertThat(document.get("paths").get(Paths.HEALTH).at("/get/responses").has("503"))
                .isTrue();
    }

    @Test
    void showsTheRoutesOnAPageThatFetchesNothingFromElsewhere() {
        var page = server.call("GET", Paths.DOCS, null, null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(Paths.VENTAS).doesNotContain("<script", "src=", "http://");
    }

    @Test
    void saysHowEveryDependencyIs() {
        var answer = server.call("GET", Paths.HEALTH, null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var health = Json.mapper().readValue(answer.body(), Health.class);
        assertThat(health.checks()).containsOnlyKeys("database", "store", "disk", "memory");
        assertThat(health.status()).isEqualTo("ok");
        assertThat(health.checks().values()).allMatch(check -> check.ms() < 3000);
    }

    @Test
    void warnsOfAnOwnersWayInThatTheNextUpgradeCouldNotGo(@TempDir Path folder) {
        var owner = server.database().env().getOrDefault("DATABASE_MIGRATION_URL", "");
        var env =
                server.database()
                        .env(
                                Map.of(
                                        "TRASTIENDA_PORT", "0",
                                        "TRASTIENDA_DATA", folder.toString(),
                                        "MINIO_ENDPOINT",
                                                TestStore.embedded().endpoint().toString(),
                                        "MINIO_ACCESS_KEY", TestStore.embedded().accessKey(),
                                        "MINIO_SECRET_KEY", TestStore.embedded().secretKey(),
                                        "DATABASE_MIGRATION_URL",
                                                owner.replaceAll(":[0-9a-f]{48}@", ":wrong@")));
        try (var other = ServerApp.start(Config.from(env))) {
            var health = HttpRequest.newBuilder(URI.create(other.url() + Paths.HEALTH));
            Await.until(
                    "health warns",
                    () -> server.send(health).body().contains("DATABASE_MIGRATION_URL"));
            assertThat(server.send(health).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isDownWithoutTheDatabaseAndDegradedWithoutTheStore() {
        try (var checks =
                new HealthChecks(
                        Map.of(
                                "store",
                                () -> {
                                    throw new IllegalStateException("away");
                                },
                                "memory",
                                () -> Finding.warning("full")))) {
            assertThat(checks.check().status()).isEqualTo("degraded");
        }
        try (var checks =
                new HealthChecks(
                        Map.of(
                                "database",
                                () -> {
                                    throw new IllegalStateException("secret:hunter2@host");
                                }))) {
            var health = checks.check();
            assertThat(health.status()).isEqualTo("down");
            assertThat(health.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void tellsItsVersionToAnyoneAndItsMeasuresToThoseWhoOperate() {
        var version = server.call("GET", Paths.VERSION, null, null);
        var info = Json.mapper().readValue(version.body(), VersionInfo.class);
        assertThat(info.api()).isEqualTo(1);
        assertThat(info.demo()).isFalse();
        assertThat(info.cuentas()).isEmpty();
        var agent = server.token(Grupo.ASESOR);
        assertThat(server.call("GET", Paths.METRICS, agent, null).statusCode()).isEqualTo(403);
        var admin = server.token(Grupo.ADMINISTRADOR);
        assertThat(server.call("GET", Paths.METRICS, admin, null).body())
                .contains("trastienda_http_request_seconds_count", "route=\"/api/v1/version\"");
    }
}
