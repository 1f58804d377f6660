package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.shared.confrontas.TipoArchivo;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What this node works on. While it does, the rows' sign of life is renewed, so that no other node
/// settles them; after a crash they fall silent and are settled.
final class UnderWay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    /// Silence after which work counts as abandoned.
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration BEAT = Duration.ofSeconds(4);

    /// One upload from its first byte to its commit; closing it lets those go on that wait for it.
    final class Visit implements AutoCloseable {
        private final long ventaId;
        private final TipoArchivo tipo;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long rowId;

        private Visit(long ventaId, TipoArchivo tipo) {
            this.ventaId = ventaId;
            this.tipo = tipo;
        }

        /// From here on the row shows signs of life.
        void works(long id) {
            rowId = id;
            working.add(id);
        }

        /// The outcome is committed; who waits for it may go on.
        void settled() {
            working.remove(rowId);
            visits.remove(this);
            over.countDown();
        }

        @Override
        public void close() {
            settled();
        }

        /// Waits, for a moment at most, for the other uploads of the same file that began before
        /// this one ended: then the answer can say which of them is current.
        void letOthersSettle(Duration most) throws InterruptedException {
            var until = System.nanoTime() + most.toNanos();
            for (var other : others()) {
                var left = until - System.nanoTime();
                if (left <= 0 || !other.over.await(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        }

        private List<Visit> others() {
            var others = new ArrayList<Visit>();
            for (var visit : visits) {
                if (visit != this && visit.ventaId == ventaId && visit.tipo == tipo) {
                    others.add(visit);
                }
            }
            return others;
        }
    }

    private final Database database;
    private final ClaimsRepository claims;
    private final Clock clock;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final Set<Long> working = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("uploads-alive").factory());

    UnderWay(Database database, ClaimsRepository claims, Clock clock) {
        this.database = database;
        this.claims = claims;
        this.clock = clock;
        var beat =
                timer.scheduleWithFixedDelay(
                        this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Signs of life every {}: {}", BEAT, beat);
    }

    Visit enter(long ventaId, TipoArchivo tipo) {
        var visit = new Visit(ventaId, tipo);
        visits.add(visit);
        return visit;
    }

    private void beat() {
        if (working.isEmpty()) {
            return;
        }
        try {
            database.run(
                    Actor.SYSTEM, tx -> claims.alive(tx, Set.copyOf(working), clock.instant()));
        } catch (RuntimeException failure) {
            LOG.warn("No sign of life could be given: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
