package trastienda.server.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Tx;
import trastienda.server.testing.Await;
import trastienda.server.testing.TestDatabase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// What events cost a commit, and how long they take to their readers, on a PostgreSQL that flushes
/// every commit to disk.
@Tag("bench")
final class EventsBench {
    private static final int WRITERS = 16;
    private static final int READERS = 500;

    @TempDir Path folder;

    @Test
    void commitsWithEventsAreAlmostAsManyAsWithout() {
        withLog(
                (databases, log) -> {
                    commits(databases, Duration.ofSeconds(3), true);
                    commits(databases, Duration.ofSeconds(3), false);
                    long with = 0;
                    long without = 0;
                    for (int round = 0; round < 5; round++) {
                        without += commits(databases, Duration.ofSeconds(3), false);
                        with += commits(databases, Duration.ofSeconds(3), true);
                    }
                    var ratio = (double) with / without;
                    line("events-commits", with / 15.0, without / 15.0, ratio, 0.9);
                    assertThat(ratio).isGreaterThanOrEqualTo(0.9);
                });
    }

    @Test
    void aReaderHearsSoonAfterTheCommit() {
        withLog(
                (databases, log) -> {
                    tell(databases, log, 100);
                    var took = tell(databases, log, 500);
                    var p50 = took[took.length / 2] / 1e6;
                    var p99 = took[(int) (took.length * 0.99)] / 1e6;
                    line("events-commit-to-500-readers-p50-ms", p50, 50, p50 / 50, 1);
                    line("events-commit-to-500-readers-p99-ms", p99, 50, p99 / 50, 1);
                    assertThat(p99).isLessThanOrEqualTo(50);
                });
    }

    private interface Work {
        void with(Databases databases, EventLog log);
    }

    private void withLog(Work work) {
        var log = new EventLog();
        try (var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true);
                var databases =
                        Databases.open(
                                Config.from(TestDatabase.env(server.app(), server.owner())),
                                AuditoriaFeature.sink(),
                                log);
                var running = log) {
            running.start(databases);
            databases.main().run(Actor.SYSTEM, EventsBench::sales);
            work.with(databases, running);
        }
    }

    private static void sales(Tx tx) {
        tx.handle()
                .execute(
                        """
                        insert into telefonica_ventaportabilidad
                            (numero, documento, nombre_completo, numero_orden)
                        select 'venta:' || n, '1032404050', 'Ana Ruiz ' || n, 'ORD-' || n
                        from generate_series(0, 15) n
                        """);
    }

    /// Commits as the application makes them: a sale locked and changed, a line of audit, and
    /// perhaps an event.
    private static long commits(Databases databases, Duration time, boolean events) {
        var done = new AtomicLong();
        var until = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var ref = "venta:" + writer;
                threads.execute(
                        () -> {
                            while (System.nanoTime() < until) {
                                databases.main().run(Actor.SYSTEM, tx -> change(tx, ref, events));
                                done.incrementAndGet();
                            }
                        });
            }
        }
        return done.get();
    }

    private static void change(Tx tx, String ref, boolean withEvent) {
        var sale =
                tx.handle()
                        .createQuery(
                                """
                                select version from telefonica_ventaportabilidad
                                where numero = :ref for update
                                """)
                        .bind("ref", ref)
                        .mapTo(Long.class)
                        .one();
        tx.handle()
                .createUpdate(
                        """
                        update telefonica_ventaportabilidad
                        set observacion = :text, estado_venta = 'devuelta'
                        where numero = :ref and version = :version
                        """)
                .bind("text", UUID.randomUUID().toString())
                .bind("ref", ref)
                .bind("version", sale)
                .execute();
        tx.audit(
                new AuditEntry(
                        "ventas.decidir",
                        ref,
                        List.of(
                                new AuditEntry.Change("estado_venta", "aprobada", "devuelta"),
                                new AuditEntry.Change("observacion", "", "falta la firma")),
                        null));
        if (withEvent) {
            tx.event(
                    new EventDraft(
                            "ventas.cambiada",
                            ref,
                            List.of("perm:ventas.ver_todas", "user:7"),
                            Map.of("version", 3, "estado_venta", "pendiente_revision")));
        }
    }

    private static long[] tell(Databases databases, EventLog log, int events) {
        var sent = new AtomicLongArray(events + 1);
        var took = new long[events * READERS];
        var heard = new AtomicInteger();
        var from = log.position();
        var subscriptions =
                IntStream.range(0, READERS)
                        .mapToObj(
                                n ->
                                        log.subscribe(
                                                from,
                                                channel -> true,
                                                new EventListener() {
                                                    @Override
                                                    public void onEvent(LoggedEvent event) {
                                                        var now = System.nanoTime();
                                                        var at = Integer.parseInt(event.ref());
                                                        took[heard.getAndIncrement()] =
                                                                now - sent.get(at);
                                                    }

                                                    @Override
                                                    public void onResync(long seq) {
                                                        throw new AssertionError("too slow");
                                                    }
                                                }))
                        .toList();
        for (int n = 0; n < events; n++) {
            var ref = Integer.toString(n);
            var at = n;
            databases
                    .main()
                    .run(
                            Actor.SYSTEM,
                            tx -> {
                                tx.event(
                                        new EventDraft(
                                                "prueba", ref, List.of("a"), Map.of("n", at)));
                                tx.audit(AuditEntry.of("prueba", ref));
                                // the commit is still to come, and its flush is counted
                                sent.set(at, System.nanoTime());
                            });
            LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
        }
        Await.until("all is heard", () -> heard.get() == took.length);
        subscriptions.forEach(Subscription::close);
        Arrays.sort(took);
        return took;
    }

    private static void line(String name, double value, double baseline, double ratio, double bar) {
        System.out.printf(
                Locale.ROOT,
                "BENCH %s value=%.1f baseline=%.1f ratio=%.3f bar=%.2f%n",
                name,
                value,
                baseline,
                ratio,
                bar);
    }
}
