package trastienda.server.platform.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.testing.TestDatabase;

import java.util.concurrent.Executors;

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

    /// Ten people whose connections come and go on eight threads: whoever kept one is here, whoever
    /// kept none is gone.
    @Test
    void knowsWhoStayedAfterManyCameAndWentAtOnce() {
        try (var database = TestDatabase.create();
                var databases = database.open();
                var one = new Presence(databases.jobs(), "one")) {
            one.start();
            for (int round = 0; round < 20; round++) {
                comeAndGo(one);
                assertThat(one.present()).containsExactlyInAnyOrder("user:0", "user:1", "user:2");
                for (int person = 0; person < 3; person++) {
                    one.leave("user:" + person);
                }
                assertThat(one.present()).isEmpty();
            }
        }
    }

    private static void comeAndGo(Presence one) {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 80; i++) {
                var person = "user:" + i % 10;
                all.execute(
                        () -> {
                            one.enter(person);
                            one.leave(person);
                        });
            }
            for (int person = 0; person < 3; person++) {
                var name = "user:" + person;
                all.execute(() -> one.enter(name));
            }
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
