package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.testing.ChildJava;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Yo;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sub-command that makes the first administrator, as a process of its own beside a running
/// server, the password as one line on its standard input.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@Tag("process")
class CreateAdminTest {
    private TestServer server;

    private record Ended(int status, String out, String err) {}

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void makesAnAdministratorWhoComesInWithThePasswordFromStandardInput(@TempDir Path folder)
            throws Exception {
        var made = run(folder, "jefa", "Contraseña-larga-9\n");
        assertThat(made.status).as(made.err).isZero();
        assertThat(made.out).contains("administrator jefa created").doesNotContain("Contraseña");
        var in =
                server.call(
                        "POST", Paths.LOGIN, null, new Credenciales("jefa", "Contraseña-larga-9"));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        var me = server.call("GET", Paths.ME, token(in.body()), null);
        var yo = Json.mapper().readValue(me.body(), Yo.class);
        assertThat(yo.permisos()).contains("usuarios.administrar");
        assertThat(yo.debeCambiarClave()).isFalse();

        var again = run(folder, "jefa", "Contraseña-larga-9\n");
        assertThat(again.status).isEqualTo(1);
        assertThat(again.err).contains("username: ");
    }

    @Test
    void refusesAWeakPasswordAndNoPasswordAtAll(@TempDir Path folder) throws Exception {
        var weak = run(folder, "floja", "floja\n");
        assertThat(weak.status).isEqualTo(1);
        assertThat(weak.err).contains("clave: ");
        var none = run(folder, "nadie", "");
        assertThat(none.status).isEqualTo(Main.EX_USAGE);
        assertThat(none.err).contains("no password given");
    }

    private static String token(String body) {
        return Json.mapper().readTree(body).get("access_token").stringValue();
    }

    private Ended run(Path folder, String name, String input)
            throws IOException, InterruptedException {
        var environment =
                new HashMap<>(server.database().env(Map.of("TRASTIENDA_DATA", folder.toString())));
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder =
                ChildJava.of(List.of(), Main.class, "create-admin", name)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var status = process.waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }
}
