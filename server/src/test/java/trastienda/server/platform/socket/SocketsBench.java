package trastienda.server.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.events.EventLog;
import trastienda.server.testing.Await;
import trastienda.server.testing.Bench;
import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// How long it takes from a commit on another node until 500 sockets of a whole server have been
/// told, each over its own connection.
@Tag("bench")
final class SocketsBench {
    private static final int SOCKETS = 500;
    private static final int EVENTS = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Pattern REF = Pattern.compile("\"ref\":\"prueba:([0-9]+)\"");

    private final AtomicLongArray sent = new AtomicLongArray(EVENTS);
    private final long[] took = new long[EVENTS * SOCKETS];
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();

    @Test
    void aSocketHearsSoonAfterTheCommit() {
        var log = new EventLog();
        try (var server = TestServer.start();
                var http = HttpClient.newHttpClient();
                var databases = server.database().open(AuditoriaFeature.sink(), log);
                var running = log) {
            running.start(databases);
            var sockets = connect(http, server);
            Await.until("all are connected", () -> ready.get() == SOCKETS);
            tell(databases); // once to warm up
            heard.set(0);
            tell(databases);
            sockets.forEach(WebSocket::abort);
        }
        Arrays.sort(took);
        var p50 = took[took.length / 2] / 1e6;
        var p99 = took[(int) (took.length * 0.99)] / 1e6;
        Bench.line("events-commit-to-500-sockets-p50-ms", p50, 50, 1);
        Bench.line("events-commit-to-500-sockets-p99-ms", p99, 50, 1);
        assertThat(p99).isLessThanOrEqualTo(50);
    }

    private List<WebSocket> connect(HttpClient http, TestServer server) {
        var token = "Bearer " + server.token(Grupo.ADMINISTRADOR);
        var address = URI.create(server.url().replace("http", "ws") + Paths.EVENTS);
        var sockets = new ArrayList<WebSocket>();
        for (int n = 0; n < SOCKETS; n++) {
            sockets.add(
                    http.newWebSocketBuilder()
                            .header("Authorization", token)
                            .buildAsync(address, new Ear())
                            .join());
        }
        return sockets;
    }

    private void tell(Databases databases) {
        var channel = "perm:" + Permiso.VENTAS_VER_TODAS.codigo();
        for (int n = 0; n < EVENTS; n++) {
            var at = n;
            var ref = "prueba:" + n;
            databases
                    .main()
                    .run(
                            Actor.SYSTEM,
                            tx -> {
                                tx.event(
                                        new EventDraft(
                                                "ventas.cambiada",
                                                ref,
                                                List.of(channel),
                                                Map.of("version", at)));
                                tx.audit(AuditEntry.of("prueba", ref));
                                // the commit is still to come, and its flush is counted
                                sent.set(at, System.nanoTime());
                            });
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        Await.until("all is heard", () -> heard.get() == took.length);
    }

    private final class Ear implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            var now = System.nanoTime();
            var ref = REF.matcher(text);
            if (ref.find()) {
                took[heard.getAndIncrement()] = now - sent.get(Integer.parseInt(ref.group(1)));
            } else {
                ready.incrementAndGet();
            }
            return WebSocket.Listener.super.onText(socket, text, last);
        }
    }
}
