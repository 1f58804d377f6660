package trastienda.server.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.idempotency.Idempotency.Outcome;
import trastienda.server.testing.TestDatabase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

final class IdempotencyTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;

    private final Idempotency now = new Idempotency(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Idempotency later =
            new Idempotency(Clock.fixed(NOW.plus(LEASE).plusSeconds(1), ZoneOffset.UTC));

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void answersTheSecondOfTwoEqualRequestsAsTheFirst() {
        var first = begin(now, 1, "equal", "a");
        assertThat(first).isInstanceOf(Outcome.New.class);
        finish(now, first, 201, "{\"id\":9}");

        assertThat(begin(now, 1, "equal", "a")).isEqualTo(new Outcome.Replay(201, "{\"id\":9}"));
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        begin(now, 1, "other", "a");

        assertThat(begin(now, 1, "other", "b")).isEqualTo(new Outcome.OtherBody());
        assertThat(begin(now, 2, "other", "b"))
                .as("another person's key is another key")
                .isInstanceOf(Outcome.New.class);
    }

    @Test
    void saysThatARequestIsRunningAndStartsItAnewWhenItsNodeDied() {
        var dead = begin(now, 1, "dead", "a");
        assertThat(begin(now, 1, "dead", "a")).isInstanceOf(Outcome.Running.class);

        var anew = begin(later, 1, "dead", "a");
        assertThat(anew).isInstanceOf(Outcome.New.class);
        assertThatThrownBy(() -> finish(now, dead, 201, "{}"))
                .as("a paused node cannot finish twice")
                .hasMessageContaining("taken over");
        finish(later, anew, 201, "{}");
    }

    @Test
    void keepsTheLeaseOfWorkThatGoesOn() {
        var claim = ((Outcome.New) begin(now, 1, "long", "a")).claim();
        boolean renewed = inTransaction(h -> later.renew(h, claim, LEASE));
        assertThat(renewed).isTrue();

        assertThat(begin(later, 1, "long", "a")).isInstanceOf(Outcome.Running.class);
    }

    @Test
    void startsAnewAfterAFailureThatGaveTheKeyBack() {
        var claim = ((Outcome.New) begin(now, 1, "failed", "a")).claim();
        inTransaction(
                h -> {
                    now.abandon(h, claim);
                    return true;
                });

        assertThat(begin(now, 1, "failed", "b")).isInstanceOf(Outcome.New.class);
    }

    @Test
    void doesADoubleClickOnceAndAnswersItTwice() throws Exception {
        Callable<String> click =
                () ->
                        inTransaction(
                                h ->
                                        switch (now.begin(h, 1, "double", "a", LEASE)) {
                                            case Outcome.New(var claim) -> {
                                                var answer = "made at " + System.nanoTime();
                                                now.finish(h, claim, 201, answer);
                                                yield answer;
                                            }
                                            case Outcome.Replay(var status, var body) -> body;
                                            case Outcome.Running(var after) -> "running";
                                            case Outcome.OtherBody() -> "other";
                                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(List.of(click, click, click, click));
            var first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first).startsWith("made");
            }
        }
    }

    @Test
    void forgetsAfterSevenDays() {
        finish(now, begin(now, 3, "old", "a"), 201, "{}");
        var nextWeek =
                new Idempotency(
                        Clock.fixed(NOW.plus(Idempotency.KEPT).plusSeconds(1), ZoneOffset.UTC));

        inTransaction(nextWeek::forgetOld);

        assertThat(begin(nextWeek, 3, "old", "b")).isInstanceOf(Outcome.New.class);
    }

    private static Outcome begin(Idempotency keys, long user, String key, String sha256) {
        return inTransaction(h -> keys.begin(h, user, key, sha256, LEASE));
    }

    private static void finish(Idempotency keys, Outcome begun, int status, String body) {
        inTransaction(
                h -> {
                    keys.finish(h, ((Outcome.New) begun).claim(), status, body);
                    return true;
                });
    }

    private static <T> T inTransaction(Function<Handle, T> work) {
        return database.appJdbi().inTransaction(work::apply);
    }
}
