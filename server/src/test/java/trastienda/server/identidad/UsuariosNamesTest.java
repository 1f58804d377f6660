package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.json.Json;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// No two people are called alike, whatever the case and however many administrators are at it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsuariosNamesTest {
    @AutoClose private final TestServer server = TestServer.start();

    @Test
    void ofTwoWhoAreCreatedAtOnceOneGetsTheName() {
        var admin = server.token(Grupo.ADMINISTRADOR);
        for (var round = 0; round < 4; round++) {
            var name = "rosa" + round;
            assertThat(
                            atOnce(
                                    () -> create(admin, name),
                                    () -> create(admin, name.toUpperCase(Locale.ROOT))))
                    .containsExactlyInAnyOrder(201, 400);
        }
    }

    @Test
    void ofTwoWhoAreRenamedAtOnceOneGetsTheName() {
        var admin = server.token(Grupo.ADMINISTRADOR);
        for (var round = 0; round < 4; round++) {
            var first = id(admin, "uno" + round);
            var second = id(admin, "dos" + round);
            var name = "Elena" + round;
            assertThat(atOnce(() -> rename(admin, first, name), () -> rename(admin, second, name)))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    private interface Call {
        int status();
    }

    private static List<Integer> atOnce(Call... calls) {
        var ready = new CountDownLatch(calls.length);
        return Stream.of(calls)
                .map(
                        call ->
                                CompletableFuture.supplyAsync(
                                        () -> {
                                            ready.countDown();
                                            await(ready);
                                            return call.status();
                                        },
                                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int create(String admin, String username) {
        return server.call("POST", Paths.USUARIOS, admin, person(username)).statusCode();
    }

    private long id(String admin, String username) {
        var made = server.call("POST", Paths.USUARIOS, admin, person(username));
        return Json.mapper().readValue(made.body(), Usuario.class).id();
    }

    private int rename(String admin, long id, String username) {
        var wanted = new UsuarioCambio(username, null, null, null, null, null);
        return server.call("PATCH", Paths.USUARIOS + id + "/", admin, wanted).statusCode();
    }

    private static UsuarioCambio person(String username) {
        return new UsuarioCambio(
                username, username, "", true, List.of(Grupo.ASESOR.nombre()), "Clave-Segura-1");
    }
}
