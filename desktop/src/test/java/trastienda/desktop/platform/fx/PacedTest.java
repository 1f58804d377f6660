package trastienda.desktop.platform.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PacedTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final DirectBackground background = new DirectBackground();
    private int done;
    private final Paced paced = new Paced(background, MOMENT, PAUSE, () -> done++);

    @Test
    void manyThatAskInAMomentAreDoneOnce() {
        paced.ask();
        paced.ask();
        assertThat(done).isZero();
        background.elapse(MOMENT);
        assertThat(done).isEqualTo(1);
        background.elapse(PAUSE);
        assertThat(done).isEqualTo(1);
    }

    @Test
    void whoeverAsksWithoutEndIsDoneEachPause() {
        for (var second = 0; second < 31; second++) {
            paced.ask();
            background.elapse(MOMENT);
        }
        assertThat(done).isEqualTo(4);
    }

    @Test
    void afterAPauseOfRestItIsSoonAgain() {
        paced.ask();
        background.elapse(MOMENT);
        background.elapse(PAUSE);
        paced.ask();
        background.elapse(MOMENT);
        assertThat(done).isEqualTo(2);
    }

    @Test
    void whatIsDroppedIsNotDone() {
        paced.ask();
        paced.drop();
        background.elapse(PAUSE);
        assertThat(done).isZero();
        paced.ask();
        background.elapse(MOMENT);
        assertThat(done).isEqualTo(1);
    }
}
