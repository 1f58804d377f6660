package trastienda.server.platform.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Insert;
import trastienda.server.testing.Await;
import trastienda.server.testing.NoEvents;
import trastienda.server.testing.TestDatabase;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

final class PresenceTest {
    @Test
    void countsAPersonHereWhileOneOfTheirConnectionsIsOpenOnAnyNode() {
        try (var database = TestDatabase.create();
                var databases = database.open();
                var one = new Presence(databases.jobs(), "one");
                var two = new Presence(databases.jobs(), "two")) {
            one.start();
            two.start();
            one.enter("user:7");
            one.enter("user:7");
            two.enter("user:8");
            assertThat(two.present()).containsExactlyInAnyOrder("user:7", "user:8");

            one.leave("user:7");
            assertThat(two.present()).contains("user:7");
            one.leave("user:7");
            assertThat(two.present()).containsExactly("user:8");
            assertThat(one.nodes()).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void oneWhoGoesWhileTheirComingIsBeingWrittenIsGone() throws Exception {
        try (var database = TestDatabase.create()) {
            var slow = new AtomicBoolean();
            var reached = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var jdbi =
                    Jdbi.create(
                            () -> {
                                if (slow.compareAndSet(true, false)) {
                                    reached.countDown();
                                    await(goOn);
                                }
                                return database.appJdbi().open().getConnection();
                            });
            var data = new Database(jdbi, (actor, entries) -> Insert.NONE, new NoEvents());
            try (var one = new Presence(data, "one")) {
                one.start();
                slow.set(true);
                var comes = Thread.ofPlatform().start(() -> one.enter("user:7"));
                await(reached);
                var goes = Thread.ofPlatform().start(() -> one.leave("user:7"));
                Await.until(
                        "it waits or is done",
                        () ->
                                goes.getState() == Thread.State.WAITING
                                        || goes.getState() == Thread.State.TERMINATED);
                goOn.countDown();
                comes.join();
                goes.join();
                assertThat(one.present()).isEmpty();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void forgetsANodeThatMissedItsHeartbeatsAndComesBackWithItsPeople() {
        try (var database = TestDatabase.create();
                var databases = database.open();
                var paused = new Presence(databases.jobs(), "paused");
                var alive = new Presence(databases.jobs(), "alive")) {
            paused.start();
            paused.enter("user:7");
            database.appJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            """
                                            update trastienda.presencia
                                            set latido = now() - interval '46 seconds'
                                            where nodo = 'paused'
                                            """));
            assertThat(alive.present()).isEmpty();
            alive.beat();
            assertThat(alive.nodes()).containsExactly("alive");

            paused.beat();
            assertThat(alive.present()).containsExactly("user:7");
        }
    }
}
