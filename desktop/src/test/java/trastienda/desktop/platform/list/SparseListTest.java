package trastienda.desktop.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

final class SparseListTest {
    private final Server server = new Server(1_000_000);
    private final Later later = new Later();

    private SparseList<Long> list() throws Exception {
        return new SparseList<>(server.load(null, SparseList.PAGE), server, later, Long::longValue);
    }

    @Test
    void isAsLongAsTheServersAndHasTheFirstPageAtOnce() throws Exception {
        var list = list();
        assertThat(list).hasSize(1_000_000);
        assertThat(list.get(0).row()).isEqualTo(0L);
        assertThat(list.get(199).row()).isEqualTo(199L);
    }

    @Test
    void fetchesWhatIsAskedForAndTellsTheCellThatWaits() throws Exception {
        var list = list();
        later.runAll();
        var slot = list.get(734_567);
        assertThat(slot.row()).isNull();
        var seen = new ArrayList<@Nullable Long>();
        slot.rowProperty().addListener((property, old, now) -> seen.add(now));
        later.runAll();
        assertThat(slot.row()).isEqualTo(734_567L);
        assertThat(seen).containsExactly(734_567L);
        assertThat(server.calls).isLessThan(15);
    }

    @Test
    void scrollingDownwardsNeedsOneCallPerPage() throws Exception {
        var list = list();
        later.runAll();
        server.calls = 0;
        for (var row = 0; row < 20_000; row += 20) {
            list.get(row);
            later.runAll();
        }
        assertThat(server.calls).isBetween(98, 101);
    }

    @Test
    void keepsFewRowsHoweverFarOneScrolls() throws Exception {
        var list = list();
        for (var row = 0; row < 1_000_000; row += 5_000) {
            list.get(row);
            later.runAll();
            assertThat(list.loaded()).isLessThanOrEqualTo(8_000);
        }
    }

    @Test
    void aWildRideFetchesOnlyWhereItEnds() throws Exception {
        var list = list();
        later.runAll();
        server.calls = 0;
        for (var row = 0; row < 1_000_000; row += 1_000) {
            list.get(row);
        }
        var last = list.get(999_000);
        later.runAll();
        assertThat(last.row()).isEqualTo(999_000L);
        assertThat(server.calls).isLessThan(60);
    }

    @Test
    void saysWhyAPageDidNotComeAndFetchesItAgain() throws Exception {
        var list = list();
        later.runAll();
        server.down = true;
        var slot = list.get(5_000);
        later.runAll();
        assertThat(list.failureProperty().get()).isInstanceOf(IOException.class);
        assertThat(slot.row()).isNull();
        server.down = false;
        list.retry();
        later.runAll();
        assertThat(list.failureProperty().get()).isNull();
        assertThat(slot.row()).isEqualTo(5_000L);
    }

    @Test
    void changesARowInItsPlace() throws Exception {
        var list = list();
        var slot = list.get(3);
        list.replace(3L, 17);
        assertThat(slot.changedAtProperty().get()).isEqualTo(17);
        list.replace(900_000L, 17);
        assertThat(list.find(900_000L)).isEmpty();
    }

    @Test
    void findsAPlaceWithoutWalking() throws Exception {
        var list = list();
        var slot = list.get(3);
        server.calls = 0;
        assertThat(list.indexOf(slot)).isEqualTo(3);
        assertThat(list.contains(new Slot<Long>(3))).isFalse();
        assertThat(server.calls).isZero();
    }

    @Test
    void aShortListAsksForNoAnchors() throws Exception {
        var few = new Server(450);
        var list = new SparseList<>(few.load(null, SparseList.PAGE), few, later, Long::longValue);
        list.get(449);
        later.runAll();
        assertThat(list.get(449).row()).isEqualTo(449L);
        assertThat(few.anchorCalls).isZero();
    }

    private static final class Server implements PageSource<Long> {
        private final long count;
        private int calls;
        private int anchorCalls;
        private boolean down;

        Server(long count) {
            this.count = count;
        }

        @Override
        public Slice<Long> load(@Nullable String cursor, int size) throws IOException {
            calls++;
            if (down) {
                throw new IOException("away");
            }
            var from = cursor == null ? 0 : Long.parseLong(cursor);
            var rows = new ArrayList<Long>();
            for (var row = from; row < Math.min(count, from + size); row++) {
                rows.add(row);
            }
            var end = from + size;
            return new Slice<>(rows, end < count ? Long.toString(end) : null, count);
        }

        @Override
        public List<Anchor> anchors(int every) {
            anchorCalls++;
            var anchors = new ArrayList<Anchor>();
            for (var row = 0L; row < count; row += every) {
                anchors.add(new Anchor(row, Long.toString(row)));
            }
            return anchors;
        }
    }

    private static final class Later implements Fetcher {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <R> void fetch(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
            waiting.add(
                    () -> {
                        R result;
                        try {
                            result = work.call();
                        } catch (Exception problem) {
                            failed.accept(problem);
                            return;
                        }
                        done.accept(result);
                    });
        }

        void runAll() {
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }
}
