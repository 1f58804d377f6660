package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.config.Config;
import trastienda.server.testing.TestDatabase;
import trastienda.server.testing.TestStore;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// A Django database is taken over in place: its people come in with the passwords they have and
/// work on with their sales and files.
@Tag("process")
class AdoptedTest {
    private static final String PASSWORD = "django-clave";
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aDjangoPersonComesInSeesTheirSalesAndFetchesAFileOfTheOldSystem(@TempDir Path folder)
            throws Exception {
        try (var database = dump();
                var app = ServerApp.start(config(database, folder))) {
            var token = token(app, "lucia");
            var list = get(app, Paths.VENTAS, token);
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("\"count\":12", "Ñandú 😀");

            var sale = Json.mapper().readTree(list.body()).get("results").get(0).get("id");
            var file = Files.write(folder.resolve("vieja.pdf"), new byte[] {1, 2, 3});
            var key = "confrontas/venta_portabilidad_" + sale.longValue() + "_confronta.pdf";
            TestStore.store()
                    .put(TestStore.put("telefonica-crea-online", key, file, "application/pdf"));
            stored(database, sale.longValue(), key);
            var path = Paths.fill(Paths.SEED_DESCARGAR, sale.longValue());
            var sent = get(app, path, token);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
            var location = URI.create(sent.headers().firstValue("Location").orElseThrow());
            var bytes =
                    client.send(
                            HttpRequest.newBuilder(location).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(bytes.body()).containsExactly(1, 2, 3);

            assertThat(hash(database, "lucia")).startsWith("argon2$");
            assertThat(hash(database, "bruno")).startsWith("pbkdf2_sha256$");
            assertThat(get(app, Paths.VENTAS, token(app, "BRUNO")).body()).contains("\"count\":12");
        }
    }

    private static TestDatabase dump() throws IOException {
        var database = TestDatabase.empty();
        try (var in = AdoptedTest.class.getResourceAsStream("/django.sql")) {
            var script =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            database.ownerJdbi().useHandle(handle -> handle.createScript(script).execute());
        }
        return database;
    }

    private static Config config(TestDatabase database, Path folder) {
        var store = TestStore.embedded();
        return Config.from(
                database.env(
                        Map.of(
                                "TRASTIENDA_PORT", "0",
                                "TRASTIENDA_DATA", folder.toString(),
                                "MINIO_ENDPOINT", store.endpoint().toString(),
                                "MINIO_ACCESS_KEY", store.accessKey(),
                                "MINIO_SECRET_KEY", store.secretKey())));
    }

    private static void stored(TestDatabase database, long sale, String key) {
        database.ownerJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        update telefonica_ventaportabilidad
                                        set confronta_minio_object_name = ?,
                                            confronta_subido_a_minio = true
                                        where id = ?
                                        """,
                                        key,
                                        sale));
    }

    private static String hash(TestDatabase database, String username) {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select password from auth_user where username ="
                                                        + " :name")
                                        .bind("name", username)
                                        .mapTo(String.class)
                                        .one());
    }

    private String token(ServerApp app, String username) throws IOException, InterruptedException {
        var body = Json.mapper().writeValueAsString(new Credenciales(username, PASSWORD));
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(app.url() + Paths.LOGIN))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).get("access_token").stringValue();
    }

    private HttpResponse<String> get(ServerApp app, String path, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(app.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
