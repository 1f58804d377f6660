package trastienda.server.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void anEventGivenWhileTheStateIsLookedAtIsNoRestoredDatabase() throws Exception {
        var log = new GivesWhileAsked();
        var reader = new EventReader(log);
        log.reader = reader;
        reader.start();
        try (var listening = reader.subscribe(0, channel -> true, new Hears())) {
            assertThat(listening).isNotNull();
            reader.patience(Duration.ofMillis(1));
            assertThat(log.lookedAgain.await(30, TimeUnit.SECONDS)).isTrue();
            reader.given(List.of(event(2)));

            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("event 1");
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("event 2");
            assertThat(reader.position()).isEqualTo(2);
        } finally {
            reader.close();
        }
    }

    private static LoggedEvent event(long seq) {
        return LoggedEvent.of(seq, "prueba", "n:" + seq, List.of("todos"), "{}", NOW);
    }

    /// A log without an event in it until it is asked for its state: the answer is on its way when
    /// the sequencer gives the first one.
    private static final class GivesWhileAsked implements EventReader.Log {
        final CountDownLatch lookedAgain = new CountDownLatch(1);
        volatile @Nullable EventReader reader;
        private int asked;

        @Override
        public EventRepository.State state() {
            asked++;
            var to = reader;
            if (asked == 2 && to != null) {
                to.given(List.of(event(1)));
                return new EventRepository.State(0, NOW, 1);
            }
            var last = asked > 2 && to != null ? to.position() : 0;
            return new EventRepository.State(last, NOW, 1);
        }

        @Override
        public List<LoggedEvent> after(long seq, long upTo, Instant since, int most) {
            if (asked >= 2) {
                lookedAgain.countDown();
            }
            return List.of();
        }
    }

    private final class Hears implements EventListener {
        @Override
        public void onEvent(LoggedEvent event) {
            heard.add("event " + event.seq());
        }

        @Override
        public void onResync(long seq) {
            heard.add("resync " + seq);
        }
    }
}
