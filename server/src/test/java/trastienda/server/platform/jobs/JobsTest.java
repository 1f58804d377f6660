package trastienda.server.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import trastienda.server.testing.Await;
import trastienda.server.testing.TestDatabase;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

final class JobsTest {
    @Test
    void runsAJobOnOneOfTwoNodesAndAgainAfterAFailure() {
        try (var database = TestDatabase.create();
                var databases = database.open();
                var one = new Jobs(databases.jobsPool(), Clock.systemUTC(), "one");
                var two = new Jobs(databases.jobsPool(), Clock.systemUTC(), "two")) {
            var running = new AtomicInteger();
            var together = new AtomicInteger();
            var runs = new AtomicInteger();
            Runnable work =
                    () -> {
                        together.accumulateAndGet(running.incrementAndGet(), Math::max);
                        try {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("the first try fails");
                            }
                        } finally {
                            running.decrementAndGet();
                        }
                    };
            one.every("prueba-seguida", Duration.ofMillis(50), work);
            two.every("prueba-seguida", Duration.ofMillis(50), work);
            one.cron("prueba-diaria", "0 30 3 * * *", ZoneId.of("America/Bogota"), work);
            one.start();
            two.start();

            Await.until("it ran again after its failure", () -> runs.get() >= 3);
            assertThat(together).hasValue(1);
            assertThatThrownBy(() -> one.every("tarde", Duration.ofSeconds(1), work))
                    .hasMessageContaining("before the jobs start");
        }
    }
}
