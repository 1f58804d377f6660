package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Where the window comes up, on screens of which some are gone since.
class WindowMemoryTest {
    private static final Rectangle2D SMALL = new Rectangle2D(0, 30, 1280, 690);
    private static final Rectangle2D LARGE = new Rectangle2D(1280, 0, 1920, 1080);

    @Test
    void aFirstWindowIsAsLargeAsTheScreenLets() {
        assertThat(WindowMemory.within(null, List.of(SMALL))).isEqualTo(SMALL);
        assertThat(WindowMemory.within(null, List.of(LARGE)))
                .isEqualTo(new Rectangle2D(1520, 90, 1440, 900));
    }

    @Test
    void comesBackToTheSecondScreenAsItWas() {
        var there = new Rectangle2D(1400, 100, 1000, 600);
        assertThat(WindowMemory.within(there, List.of(SMALL, LARGE))).isEqualTo(there);
    }

    @Test
    void comesToTheFirstScreenWhenItsOwnIsGone() {
        var there = new Rectangle2D(1400, 100, 1000, 600);
        assertThat(WindowMemory.within(there, List.of(SMALL)))
                .isEqualTo(new Rectangle2D(140, 75, 1000, 600));
    }

    @Test
    void aTitleBarAboveTheEdgeComesDownAndARightEdgeComesIn() {
        assertThat(WindowMemory.within(new Rectangle2D(600, -12, 900, 600), List.of(SMALL)))
                .isEqualTo(new Rectangle2D(380, 30, 900, 600));
    }

    @Test
    void aWindowLargerThanTheScreenNowIsMadeSmaller() {
        assertThat(WindowMemory.within(new Rectangle2D(0, 0, 1920, 1080), List.of(SMALL)))
                .isEqualTo(SMALL);
    }
}
