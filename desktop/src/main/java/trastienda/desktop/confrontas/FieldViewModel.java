package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.Fetcher;
import trastienda.desktop.platform.transfer.Held;
import trastienda.desktop.platform.transfer.Target;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.ventas.VentaDetalle;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The confronta of a form: what is handed in is copied, held until the sale is saved, and then
/// sent. Only what was handed in last counts: whatever it replaces is let go, also a copy that was
/// not there yet.
final class FieldViewModel {
    /// What the field shows.
    sealed interface State {
        /// No file was handed in; `kept` is the name of the one the sale has already.
        record Empty(@Nullable String kept) implements State {}

        /// A file is being copied.
        record Copying() implements State {}

        /// The copy waits for its sale.
        record Holding(Held copy) implements State {}
    }

    private final TransferQueue queue;
    private final Fetcher fetcher;
    private final BiConsumer<String, Exception> missed;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Empty(null));
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> heldId = new ReadOnlyObjectWrapper<>();
    private @Nullable Held held;
    private @Nullable String kept;
    private @Nullable VentaDetalle goesTo;
    private int latest;
    private boolean copying;

    /// @param missed told of the sale's number and what went wrong when the sale is saved and its
    ///   file does not go after it
    FieldViewModel(TransferQueue queue, Fetcher fetcher, BiConsumer<String, Exception> missed) {
        this.queue = queue;
        this.fetcher = fetcher;
        this.missed = missed;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the last thing that was asked did not work; null when it did.
    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The held copy's id, or null: what a draft remembers.
    ReadOnlyObjectProperty<@Nullable String> heldProperty() {
        return heldId.getReadOnlyProperty();
    }

    /// The file the sale has already.
    void keeps(String name) {
        kept = name;
        show();
    }

    /// Takes up the copy that a draft names, when it is still there, instead of any other.
    void restore(String id) {
        queue.held(id)
                .ifPresent(
                        copy -> {
                            if (!copy.equals(held)) {
                                discard();
                                hold(copy);
                            }
                        });
    }

    /// Takes what was dropped, pasted or chosen: one file.
    void take(List<Path> files) {
        if (files.isEmpty()) {
            trouble.set(new DropProblem(DropProblem.Kind.NOT_A_FILE));
        } else if (files.size() > 1) {
            trouble.set(new DropProblem(DropProblem.Kind.SEVERAL));
        } else {
            var chosen = files.getFirst();
            copy(
                    () -> Dropped.hold(queue, chosen),
                    cause -> trouble.set(FileProblem.of(chosen, cause)));
        }
    }

    /// Takes a picture; `content` makes its bytes, off the FX thread.
    void takePicture(String name, Callable<byte[]> content) {
        copy(() -> queue.hold(name, new ByteArrayInputStream(content.call())), trouble::set);
    }

    private void copy(Callable<Held> work, Consumer<Exception> failed) {
        trouble.set(null);
        latest++;
        copying = true;
        show();
        var mine = latest;
        fetcher.fetch(
                work,
                copy -> {
                    if (mine == latest) {
                        arrived(copy);
                    } else {
                        release(copy);
                    }
                },
                cause -> {
                    if (mine == latest) {
                        copying = false;
                        failed.accept(cause);
                        show();
                        missed(cause);
                    }
                });
    }

    /// The sale was saved before its file could be read: nothing else goes in its place, and who
    /// left the form is told.
    private void missed(Exception cause) {
        var venta = goesTo;
        if (venta != null) {
            discard();
            missed.accept(venta.numero(), cause);
        }
    }

    private void arrived(Held copy) {
        copying = false;
        var before = held;
        hold(copy);
        sendHeld();
        if (before != null) {
            release(before);
        }
    }

    /// Lets go of what is held, and of what is on its way here.
    void discard() {
        latest++;
        copying = false;
        var before = held;
        hold(null);
        if (before != null) {
            release(before);
        }
    }

    /// The sale is saved: what is held goes to it, and what is still being copied once it is there.
    void send(VentaDetalle venta) {
        goesTo = venta;
        if (!copying) {
            sendHeld();
        }
    }

    private void sendHeld() {
        var copy = held;
        var venta = goesTo;
        if (copy == null || venta == null) {
            return;
        }
        hold(null);
        var target = new Target(venta.id(), venta.numero(), TipoArchivo.CONFRONTA);
        fetcher.fetch(
                () -> queue.enqueue(copy, target),
                sent -> {},
                cause -> {
                    release(copy);
                    missed.accept(venta.numero(), cause);
                });
    }

    private void release(Held copy) {
        fetcher.fetch(
                () -> {
                    queue.release(copy.id());
                    return true;
                },
                done -> {},
                trouble::set);
    }

    private void hold(@Nullable Held copy) {
        held = copy;
        heldId.set(copy == null ? null : copy.id());
        show();
    }

    private void show() {
        var copy = held;
        if (copying) {
            state.set(new State.Copying());
        } else {
            state.set(copy == null ? new State.Empty(kept) : new State.Holding(copy));
        }
    }
}
