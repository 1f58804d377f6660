package trastienda.server.platform.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.testing.TestDatabase;

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
