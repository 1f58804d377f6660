package trastienda.desktop.platform.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SettlingTest {
    private static final Duration MOMENT = Duration.ofMillis(90);
    private static final Duration LESS = MOMENT.minusMillis(10);

    private final DirectBackground background = new DirectBackground();
    private final List<Integer> handed = new ArrayList<>();
    private final Settling<Integer> settling = new Settling<>(background, MOMENT, handed::add);

    @Test
    void theFirstIsHandedOnAtOnceAndOnlyOnce() {
        settling.take(1);
        assertThat(handed).containsExactly(1);
        background.elapse(MOMENT);
        assertThat(handed).containsExactly(1);
    }

    @Test
    void ofThoseThatFollowInHasteOnlyTheLast() {
        for (var value = 1; value <= 5; value++) {
            settling.take(value);
            background.elapse(LESS);
        }
        assertThat(handed).containsExactly(1);
        background.elapse(MOMENT);
        assertThat(handed).containsExactly(1, 5);
    }

    @Test
    void whatFollowsALastOneInHasteWaitsToo() {
        settling.take(1);
        settling.take(2);
        background.elapse(MOMENT);
        settling.take(3);
        assertThat(handed).containsExactly(1, 2);
        background.elapse(MOMENT);
        assertThat(handed).containsExactly(1, 2, 3);
    }

    @Test
    void afterAMomentOfRestTheNextIsAFirstAgain() {
        settling.take(1);
        background.elapse(MOMENT);
        settling.take(2);
        assertThat(handed).containsExactly(1, 2);
    }

    @Test
    void whatIsDroppedIsNeverHandedOn() {
        settling.take(1);
        settling.take(2);
        settling.drop();
        background.elapse(MOMENT);
        assertThat(handed).containsExactly(1);
        settling.take(3);
        assertThat(handed).containsExactly(1, 3);
    }
}
