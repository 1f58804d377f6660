package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import trastienda.server.platform.config.ConfigException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class MeanwhileTest {
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void isClosedOnceItWasOpenedThoughNobodyAskedForIt() {
        var go = new CountDownLatch(1);
        var opening =
                Meanwhile.<AutoCloseable>open(
                        "prueba",
                        () -> {
                            go.await();
                            return closed::incrementAndGet;
                        });
        go.countDown();
        opening.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void failsAsTheOpeningDidAndHasNothingToClose() {
        var opening =
                Meanwhile.<AutoCloseable>open(
                        "prueba",
                        () -> {
                            throw new ConfigException("DATABASE_URL", "cannot reach x");
                        });
        assertThatThrownBy(opening::get)
                .isInstanceOf(ConfigException.class)
                .hasMessage("DATABASE_URL: cannot reach x");
        opening.close();
    }
}
