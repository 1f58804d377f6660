package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.random.RandomGenerator;

class BackoffTest {
    private static Backoff with(double chance) {
        RandomGenerator fixed =
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        return 0;
                    }

                    @Override
                    public double nextDouble() {
                        return chance;
                    }
                };
        return new Backoff(fixed);
    }

    @ParameterizedTest
    @CsvSource({
        "-5,2500,5000",
        "0,2500,5000",
        "1,2500,5000",
        "2,5000,10000",
        "5,40000,80000",
        "8,300000,600000",
        "1000000,300000,600000"
    })
    void waitsTwiceAsLongEachTimeHalfOfItByChanceUpToTenMinutes(int tries, long least, long most) {
        assertThat(with(0).after(tries)).isEqualTo(Duration.ofMillis(least));
        assertThat(with(Math.nextDown(1.0)).after(tries))
                .isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
    }
}
