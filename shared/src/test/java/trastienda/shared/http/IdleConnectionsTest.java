package trastienda.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class IdleConnectionsTest {
    @Test
    void theClientHangsUpFirstWithTimeForARequestOnItsWay() {
        assertThat(IdleConnections.SERVER.minus(IdleConnections.CLIENT))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }
}
