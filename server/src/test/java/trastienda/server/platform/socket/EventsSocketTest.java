package trastienda.server.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.json.Json;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsSocketTest {
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
    void refusesAHandshakeWithoutAToken() {
        assertThatThrownBy(() -> connect("Bearer nobody", "").join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void tellsAPersonOnlyWhatIsTheirs() throws InterruptedException {
        server.person("ana", Grupo.ASESOR);
        var beto = server.person("beto", Grupo.ASESOR);
        var socket = connect("Bearer " + server.token("ana"), "").join();
        assertThat(socket.next()).contains("\"type\":\"resync\"");
        var other = connect("Bearer " + server.token("beto"), "").join();
        assertThat(other.next()).contains("\"type\":\"resync\"");
        change(beto, "Beto Nuevo");
        assertThat(other.next()).contains("identidad.usuario_cambiado", "usuario:" + beto);
        assertThat(other.closed.orTimeout(10, TimeUnit.SECONDS).join())
                .isEqualTo(EventsSocket.ACCOUNT_CHANGED);
        change(server.id("ana"), "Ana Nueva");
        assertThat(socket.next()).contains("usuario:" + server.id("ana"));
    }

    @Test
    void goesOnFromTheSeqThatTheClientSaw() throws InterruptedException {
        var admin = "Bearer " + server.token(Grupo.ADMINISTRADOR);
        var carla = server.person("carla", Grupo.ASESOR);
        var first = connect(admin, "").join();
        first.next();
        change(carla, "Carla Uno");
        var seen = seq(first.next());
        Objects.requireNonNull(first.socket).abort();
        change(carla, "Carla Dos");
        var second = connect(admin, "?desde=" + seen).join();
        assertThat(seq(second.next())).isGreaterThan(seen);
    }

    @Test
    void closesAtOnceWhenThePersonIsDisabled() throws InterruptedException {
        var dora = server.person("dora", Grupo.ASESOR);
        var socket = connect("Bearer " + server.token("dora"), "").join();
        socket.next();
        var off = new UsuarioCambio(null, null, null, false, null, null);
        patch(dora, off);
        assertThat(socket.closed.orTimeout(10, TimeUnit.SECONDS).join())
                .isEqualTo(EventsSocket.SESSION_ENDED);
    }

    @Test
    void closesAtOnceWhenTheKeyOfAProgramIsRevoked() throws InterruptedException {
        var admin = server.token(Grupo.ADMINISTRADOR);
        var wanted =
                Map.of("nombre", "oyente", "permisos", List.of("ventas.ver", "ventas.ver_todas"));
        var made = Json.mapper().readTree(server.call("POST", Paths.LLAVES, admin, wanted).body());
        var socket = connect("Api-Key " + made.get("llave").stringValue(), "").join();
        socket.next();
        var revoke = Paths.fill(Paths.LLAVE_REVOCAR, made.get("id").longValue());
        assertThat(server.call("POST", revoke, admin, null).statusCode()).isEqualTo(204);
        assertThat(socket.closed.orTimeout(10, TimeUnit.SECONDS).join())
                .isEqualTo(EventsSocket.SESSION_ENDED);
    }

    private void change(long id, String nombre) {
        patch(id, new UsuarioCambio(null, nombre, null, null, null, null));
    }

    private void patch(long id, UsuarioCambio change) {
        var path = Paths.fill(Paths.USUARIO, id);
        var answer = server.call("PATCH", path, server.token(Grupo.ADMINISTRADOR), change);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private CompletableFuture<Heard> connect(String authorization, String query) {
        var heard = new Heard();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", authorization)
                .buildAsync(
                        URI.create(server.url().replace("http", "ws") + Paths.EVENTS + query),
                        heard)
                .thenApply(
                        socket -> {
                            heard.socket = socket;
                            return heard;
                        });
    }

    private static long seq(String frame) {
        return Long.parseLong(frame.replaceAll(".*\"seq\":([0-9]+).*", "$1"));
    }

    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket socket;

        String next() throws InterruptedException {
            var frame = frames.poll(10, TimeUnit.SECONDS);
            return frame == null ? "nothing heard in 10 seconds" : frame;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
