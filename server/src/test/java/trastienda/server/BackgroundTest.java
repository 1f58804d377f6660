package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.testing.Await;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// What a whole server does by itself, seen in its database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackgroundTest {
    @AutoClose private final TestServer server = TestServer.start();

    @Test
    void saysThatItLivesAndWhoIsConnected() {
        assertThat(count("from trastienda.presencia where principal = 'nodo'")).isOne();
        var id = server.person("ana", Grupo.ASESOR);
        var here = "from trastienda.presencia where principal = 'user:" + id + "'";
        try (var client = HttpClient.newHttpClient()) {
            var socket =
                    client.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + server.token("ana"))
                            .buildAsync(
                                    URI.create(server.url().replace("http", "ws") + Paths.EVENTS),
                                    new WebSocket.Listener() {})
                            .join();
            Await.until("they are here", () -> count(here) == 1);
            socket.abort();
            Await.until("they are gone", () -> count(here) == 0);
        }
    }

    @Test
    void endsACancelledRunWhoseNodeDied() {
        execute(
                """
                with corrida as (
                    insert into trastienda.corridas
                        (tipo, carril, parametros, estado, total, cancelar, quien)
                    values ('prueba', 'prueba', '{}', 'en_curso', 1, true, 'nadie')
                    returning id)
                insert into trastienda.corridas_trozos
                    (corrida_id, n, datos, estado, nodo, arrendado)
                select id, 0, '{}', 'tomado', 'muerto', now() - interval '1 hour' from corrida
                """);
        hurry("corridas-barrer");
        Await.until(
                "the run ended",
                () -> count("from trastienda.corridas where estado = 'cancelada'") == 1);
    }

    @Test
    void forgetsKeysOfRequestsAfterTheirTime() {
        execute(
                """
                insert into trastienda.idempotencia
                    (usuario_id, clave, sha256, estado, arrendada, vence)
                values (1, 'vieja', '', 'hecha', now(), now() - interval '1 minute'),
                    (1, 'nueva', '', 'hecha', now(), now() + interval '1 day')
                """);
        hurry("idempotencia-olvidar");
        Await.until(
                "the old key is forgotten",
                () -> count("from trastienda.idempotencia where clave = 'vieja'") == 0);
        assertThat(count("from trastienda.idempotencia where clave = 'nueva'")).isOne();
    }

    /// Makes a job's time come.
    private void hurry(String job) {
        var due =
                "update trastienda.scheduled_tasks set execution_time = now() - interval '1 day',"
                        + " version = version + 1 where not picked and task_name = '"
                        + job
                        + "'";
        Await.until(
                "the job is there to be hurried",
                () -> server.database().ownerJdbi().withHandle(handle -> handle.execute(due)) == 1);
    }

    private void execute(String sql) {
        server.database().ownerJdbi().useHandle(handle -> handle.execute(sql));
    }

    private int count(String from) {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select count(*) " + from)
                                        .mapTo(Integer.class)
                                        .one());
    }
}
