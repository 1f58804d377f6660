package trastienda.desktop.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.desktop.platform.fx.DirectBackground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;

/// What the client makes of a way that leads on to the object store.
final class ApiClientTest {
    private HttpServer server;
    private Connection connection;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.start();
        var background = new DirectBackground();
        connection = new Connection(background, Clock.systemUTC());
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        client =
                new ApiClient(
                        ServerAddress.parse(url).orElseThrow(),
                        new Session(background, Clock.systemUTC()),
                        connection,
                        () -> 0);
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void aStoreThatIsAwayIsNotTheServerThatIsAway() throws IOException {
        var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var port = nobody.getLocalPort();
        nobody.close();
        server.createContext("/", call -> redirect(call, "http://127.0.0.1:" + port + "/objeto"));
        var failed =
                catchThrowableOfType(
                        ApiException.class,
                        () -> client.get("/archivo").into(new ByteArrayOutputStream()));
        assertThat(failed.failure()).isInstanceOf(ApiFailure.Offline.class);
        assertThat(connection.stateProperty().get()).isInstanceOf(ConnectionState.Online.class);
    }

    @Test
    void aServerThatIsAwayIsTold() {
        server.stop(0);
        var failed = catchThrowableOfType(ApiException.class, () -> client.get("/algo").send());
        assertThat(failed.failure()).isInstanceOf(ApiFailure.Offline.class);
        assertThat(connection.stateProperty().get())
                .isInstanceOf(ConnectionState.Reconnecting.class);
    }

    private static void redirect(HttpExchange call, String where) throws IOException {
        call.getResponseHeaders().add("Location", where);
        call.sendResponseHeaders(302, -1);
        call.close();
    }
}
