package trastienda.server.platform.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Databases;
import trastienda.server.testing.TestDatabase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

final class RunsTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;
    private static Databases databases;

    private final Runs here = at(NOW, "here");
    private final Runs later = at(NOW.plus(LEASE).plusSeconds(1), "there");

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open();
    }

    @AfterAll
    static void close() {
        databases.close();
        database.close();
    }

    @Test
    void handsOutEveryChunkOnceToManyWorkersAndEndsWithTheLast() throws Exception {
        var id = create("many", 40);
        Callable<List<Integer>> worker =
                () -> {
                    var mine = new ArrayList<Integer>();
                    var chunk = here.claim("many", LEASE);
                    while (chunk.isPresent()) {
                        var taken = chunk.get();
                        mine.add(taken.datos().get("first").asInt());
                        finish(
                                here,
                                taken,
                                new RowResult("row:" + taken.n(), taken.n() != 3, null));
                        chunk = here.claim("many", LEASE);
                    }
                    return mine;
                };
        var done = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : threads.invokeAll(List.of(worker, worker, worker, worker))) {
                done.addAll(part.get());
            }
        }

        assertThat(done).hasSize(40).doesNotHaveDuplicates();
        var run = here.find(id).orElseThrow();
        assertThat(run.estado()).isEqualTo(EstadoCorrida.TERMINADA);
        assertThat(run.hechas()).isEqualTo(39);
        assertThat(run.fallidas()).isEqualTo(1);
    }

    @Test
    void givesADeadNodesChunkToAnotherAndLetsThePausedOneNotFinishTwice() {
        var id = create("dead", 1);
        var paused = here.claim("dead", LEASE).orElseThrow();
        assertThat(here.claim("dead", LEASE)).isEmpty();

        var taken = later.claim("dead", LEASE).orElseThrow();
        assertThat(here.renew(paused, LEASE)).isFalse();
        assertThatThrownBy(() -> finish(here, paused, new RowResult("row:1", true, null)))
                .hasMessageContaining("taken over");
        finish(later, taken, new RowResult("row:1", true, Map.of("why", "late")));

        assertThat(here.find(id).orElseThrow().hechas()).isEqualTo(1);
    }

    @Test
    void keepsAChunkWhoseNodeRenewsItsLease() {
        create("long", 1);
        var chunk = here.claim("long", LEASE).orElseThrow();
        assertThat(later.renew(chunk, LEASE)).isTrue();

        assertThat(later.claim("long", LEASE)).isEmpty();
    }

    @Test
    void handsOutNothingOfACancelledRunAndEndsItWhenTheTakenChunksAreDoneOrDead() {
        var id = create("cancelled", 3);
        var taken = here.claim("cancelled", LEASE).orElseThrow();
        databases.jobs().run(Actor.SYSTEM, tx -> here.cancel(tx, id));

        assertThat(here.claim("cancelled", LEASE)).isEmpty();
        assertThat(here.renew(taken, LEASE)).isFalse();
        assertThat(here.find(id).orElseThrow().estado()).isEqualTo(EstadoCorrida.EN_CURSO);
        later.sweep();
        assertThat(here.find(id).orElseThrow().estado()).isEqualTo(EstadoCorrida.CANCELADA);
    }

    @Test
    void endsARunWithNothingToDoAtOnceAndKeepsLanesApart() {
        var empty = create("empty", 0);
        create("other lane", 1);

        assertThat(here.find(empty).orElseThrow().estado()).isEqualTo(EstadoCorrida.TERMINADA);
        assertThat(here.claim("empty", LEASE)).isEmpty();
    }

    private static long create(String lane, int chunks) {
        var pieces = new ArrayList<Map<String, Integer>>();
        for (int n = 0; n < chunks; n++) {
            pieces.add(Map.of("first", n * 10));
        }
        return databases
                .jobs()
                .write(
                        Actor.SYSTEM,
                        tx ->
                                at(NOW, "here")
                                        .create(
                                                tx,
                                                new Runs.Order(
                                                        "prueba", lane, Map.of(), chunks, pieces)));
    }

    private static void finish(Runs runs, Chunk chunk, RowResult row) {
        databases.jobs().run(Actor.SYSTEM, tx -> runs.finish(tx, chunk, List.of(row)));
    }

    private static Runs at(Instant instant, String node) {
        return new Runs(databases.jobs(), Clock.fixed(instant, ZoneOffset.UTC), node);
    }
}
