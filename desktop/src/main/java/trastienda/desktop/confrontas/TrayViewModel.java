package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.desktop.platform.transfer.TransferState;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/// *Archivos en curso*: all files on their way, newest last, and their sum.
public final class TrayViewModel {
    private static final int ENDED_KEPT = 50;

    private final TransferQueue queue;
    private final ObservableList<Transfer> transfers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Sum> sum = new ReadOnlyObjectWrapper<>(Sum.NOTHING);

    /// @param fx runs something on the FX thread
    TrayViewModel(TransferQueue queue, Executor fx) {
        this.queue = queue;
        transfers.setAll(queue.transfers());
        queue.subscribe(transfer -> fx.execute(() -> onTransfer(transfer)));
        count();
    }

    private void onTransfer(Transfer next) {
        var place = place(next.id());
        if (place < 0) {
            transfers.add(next);
            forgetOldest();
        } else if (!transfers.get(place).state().ended()) {
            transfers.set(place, next);
        }
        count();
    }

    private int place(String id) {
        for (var i = 0; i < transfers.size(); i++) {
            if (transfers.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void forgetOldest() {
        if (transfers.size() > ENDED_KEPT) {
            transfers.stream()
                    .filter(each -> isDone(each.state()))
                    .findFirst()
                    .ifPresent(transfers::remove);
        }
    }

    private static boolean isDone(TransferState state) {
        return state instanceof TransferState.Stored || state instanceof TransferState.Cancelled;
    }

    private void count() {
        var running = 0;
        var waiting = 0;
        var refused = 0;
        var porSubir = 0;
        var sent = 0L;
        var size = 0L;
        var speed = 0.0;
        for (var transfer : transfers) {
            switch (transfer.state()) {
                case TransferState.Waiting _, TransferState.Failed _ -> {
                    waiting++;
                    size += transfer.size();
                }
                case TransferState.Sending(var gone, var fast, _) -> {
                    running++;
                    sent += gone;
                    size += transfer.size();
                    speed += fast;
                }
                case TransferState.Verifying() -> {
                    running++;
                    sent += transfer.size();
                    size += transfer.size();
                }
                case TransferState.Refused _ -> refused++;
                case TransferState.PorSubir _ -> porSubir++;
                case TransferState.Stored _, TransferState.Cancelled() -> {}
            }
        }
        var left = speed < 1 ? null : Duration.ofMillis((long) ((size - sent) * 1000 / speed));
        sum.set(new Sum(running, waiting, refused, porSubir, sent, size, speed, left));
    }

    /// Stops a transfer under way, or takes an ended one off the list.
    void cancelOrDismiss(Transfer transfer) {
        if (transfer.state().ended()) {
            queue.dismiss(transfer.id());
            transfers.removeIf(each -> each.id().equals(transfer.id()));
            count();
        } else {
            queue.cancel(transfer.id());
        }
    }

    /// Takes all that went well off the list.
    void clearDone() {
        for (var transfer : List.copyOf(transfers)) {
            if (transfer.state().ended()) {
                queue.dismiss(transfer.id());
                transfers.remove(transfer);
            }
        }
        count();
    }

    /// Tries failed ones now.
    void retryNow() {
        queue.retryNow();
    }

    /// All of them.
    public ObservableList<Transfer> transfers() {
        return transfers;
    }

    /// Their sum.
    public ReadOnlyObjectProperty<Sum> sumProperty() {
        return sum.getReadOnlyProperty();
    }

    /// How many of each kind; bytes and speed of those under way. `left` is null without a speed.
    public record Sum(
            int running,
            int waiting,
            int refused,
            int porSubir,
            long sent,
            long size,
            double bytesPerSecond,
            @Nullable Duration left) {
        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0, 0, 0, null);

        /// Between 0 and 1.
        public double share() {
            return size == 0 ? 0 : (double) sent / size;
        }

        /// Nothing is on its way.
        public boolean idle() {
            return running == 0 && waiting == 0;
        }
    }
}
