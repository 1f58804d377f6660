package trastienda.desktop.platform.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class AheadTest {
    private static final Duration QUIET = Duration.ofMillis(400);

    private final DirectBackground background = new DirectBackground();
    private final List<Integer> done = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final InputAge input = new InputAge(() -> now);
    private final Ahead ahead = new Ahead(background, input, QUIET);

    private void pass() {
        now = now.plus(QUIET);
        background.elapse(QUIET);
    }

    private void add(int piece) {
        ahead.add(() -> done.add(piece));
    }

    @Test
    void oneInEachQuietMoment() {
        add(1);
        add(2);
        assertThat(done).isEmpty();
        pass();
        assertThat(done).containsExactly(1);
        pass();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void waitsForWhoIsTyping() {
        add(1);
        now = now.plus(QUIET);
        input.touch();
        background.elapse(QUIET);
        assertThat(done).isEmpty();
        pass();
        assertThat(done).containsExactly(1);
    }

    @Test
    void whatComesAfterTheQueueWasEmptyIsDoneToo() {
        add(1);
        pass();
        add(2);
        pass();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void whatADoneOneAddsIsDoneOnce() {
        ahead.add(() -> add(1));
        pass();
        pass();
        pass();
        assertThat(done).containsExactly(1);
    }

    @Test
    void afterTheEndNothingIsDone() {
        add(1);
        ahead.close();
        add(2);
        pass();
        pass();
        assertThat(done).isEmpty();
    }
}
