package trastienda.desktop.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.DirectBackground;
import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Soon;
import trastienda.shared.eventos.EventoFrame;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Yo;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The socket of events against the real server, over a line that can be cut.
class EventSocketContractTest {
    private static final Office OFFICE = Office.open();

    private final DirectBackground background = new DirectBackground();
    private final Line line = Line.to(OFFICE.address());
    private final Clerk clerk = Clerk.at(line.url()).enter("ptorres");
    private final Clerk seller = Clerk.in("ycardenas");
    private final EventSocket socket =
            new EventSocket(clerk.api(), clerk.connection(), new OneAtATime(background));
    private final List<EventoFrame> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        socket.onEvent(heard::add);
        socket.open(lastEvent());
        Soon.holds("the socket is open", () -> !opened().isEmpty());
    }

    @AfterEach
    void close() {
        socket.close();
        seller.close();
        clerk.close();
        line.close();
    }

    /// How the socket was opened, each time; after another event each time.
    private List<String> opened() {
        return line.requests().stream()
                .filter(sent -> sent.startsWith("GET /ws/eventos/?desde="))
                .toList();
    }

    private long lastEvent() throws IOException {
        return clerk.api().get(Paths.ME).as(Yo.class).ultimoEvento();
    }

    private long sold() throws IOException {
        return seller.api()
                .post(Paths.VENTAS)
                .once(UUID.randomUUID().toString())
                .json(OFFICE.sales().form("Óscar Eventos"))
                .as(VentaDetalle.class)
                .id();
    }

    private boolean heardOf(long id) {
        return heard.stream().anyMatch(frame -> ("venta:" + id).equals(frame.ref()));
    }

    @Test
    void hearsOfASaleThatSomebodyElseRegistered() throws IOException {
        var id = sold();
        Soon.holds("the sale is heard of", () -> heardOf(id));
    }

    @Test
    void whatHappenedSinceTheScreensWereFetchedIsHeardAndNothingIsFetchedAgain()
            throws IOException {
        socket.close();
        var resyncs = new AtomicInteger();
        socket.onResync(resyncs::incrementAndGet);
        var shown = lastEvent();
        var id = sold();
        socket.open(shown);
        Soon.holds("the sale is heard of", () -> heardOf(id));
        assertThat(resyncs).hasValue(0);
        assertThat(heard).extracting(EventoFrame::seq).allMatch(seq -> seq > shown);
    }

    @Test
    void whatHappenedWhileTheLineWasCutIsHeardOnce() throws IOException {
        var first = sold();
        Soon.holds("the first sale is heard of", () -> heardOf(first));
        line.cut();
        var second = sold();
        line.mend();
        Soon.holds(
                "the second sale is heard of",
                () -> {
                    synchronized (background) {
                        background.elapse(Duration.ofSeconds(20));
                    }
                    return heardOf(second);
                });
        assertThat(heard).extracting(EventoFrame::seq).doesNotHaveDuplicates().isSorted();
        assertThat(opened()).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }

    @Test
    void whoIsOutHearsNothingMore() throws IOException {
        var first = sold();
        Soon.holds("the first sale is heard of", () -> heardOf(first));
        socket.close();
        var before = heard.size();
        sold();
        background.elapse(Duration.ofMinutes(1));
        assertThat(heard).hasSize(before);
    }

    /// The socket's own threads take turns, as they do on the FX thread.
    private record OneAtATime(DirectBackground turns) implements Background {
        @Override
        public <R> Running run(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
            synchronized (turns) {
                return turns.run(work, done, failed);
            }
        }

        @Override
        public Running start(String name, Task task) {
            synchronized (turns) {
                return turns.start(name, task);
            }
        }

        @Override
        public Running after(Duration delay, Runnable action) {
            synchronized (turns) {
                return turns.after(delay, action);
            }
        }

        @Override
        public Running every(Duration period, Runnable action) {
            synchronized (turns) {
                return turns.every(period, action);
            }
        }

        @Override
        public void onFx(Runnable action) {
            synchronized (turns) {
                turns.onFx(action);
            }
        }
    }
}
