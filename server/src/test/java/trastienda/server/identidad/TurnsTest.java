package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class TurnsTest {
    @Test
    void refusesWhoWouldWaitTooLongForThoseBefore() throws Exception {
        var turns = new Turns(Duration.ofMillis(1));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(
                        () ->
                                turns.after(
                                        "10.0.0.1",
                                        () -> {
                                            begun.countDown();
                                            return passed(end);
                                        }));
        assertThat(passed(begun)).isTrue();
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> turns.after("10.0.0.1", () -> true));
        assertThat(refused.code()).isEqualTo(ProblemCode.SOBRECARGA);
        assertThat(turns.<Boolean>after("10.0.0.2", () -> true)).isTrue();
        end.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(turns.<Boolean>after("10.0.0.1", () -> true)).isTrue();
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
