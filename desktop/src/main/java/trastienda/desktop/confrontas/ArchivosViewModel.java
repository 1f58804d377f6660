package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.Fetcher;
import trastienda.desktop.platform.transfer.Held;
import trastienda.desktop.platform.transfer.Target;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.desktop.platform.transfer.TransferState;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The confronta of the open sale and its older files: which one is shown, what is on its way, and
/// what this person may do.
public final class ArchivosViewModel {
    private final ConfrontasApi api;
    private final TransferQueue queue;
    private final Fetcher fetcher;
    private final OpenedFiles opened;
    private final PreviewViewModel preview;

    private final ReadOnlyObjectWrapper<@Nullable VentaDetalle> venta =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ArchivoVenta> shown =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Transfer> transfer =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> problem =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper working = new ReadOnlyIntegerWrapper();
    private final ObservableList<ArchivoVenta> files = FXCollections.observableArrayList();
    private BiConsumer<String, Exception> missed = (numero, cause) -> {};
    private int generation;

    ArchivosViewModel(
            ConfrontasApi api,
            TransferQueue queue,
            Fetcher fetcher,
            OpenedFiles opened,
            PreviewViewModel preview) {
        this.api = api;
        this.queue = queue;
        this.fetcher = fetcher;
        this.opened = opened;
        this.preview = preview;
    }

    /// The files of this sale from now on; a newer version of the same sale keeps what is shown.
    void show(@Nullable VentaDetalle next) {
        var before = venta.get();
        venta.set(next);
        if (next == null) {
            generation++;
            files.clear();
            shown.set(null);
            transfer.set(null);
            problem.set(null);
            preview.clear();
            return;
        }
        if (before == null || before.id() != next.id()) {
            files.clear();
            shown.set(null);
            problem.set(null);
            preview.clear();
            transfer.set(latest(next.id()));
        }
        refresh();
    }

    private @Nullable Transfer latest(long ventaId) {
        return queue.transfers().stream()
                .filter(each -> each.target().ventaId() == ventaId)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /// Fetches the list of files again.
    void refresh() {
        var open = venta.get();
        if (open == null) {
            return;
        }
        var mine = ++generation;
        fetcher.fetch(
                () -> api.files(open.id()),
                found -> {
                    if (mine == generation) {
                        onFiles(found);
                    }
                },
                cause -> {
                    if (mine == generation) {
                        problem.set(cause);
                    }
                });
    }

    private void onFiles(List<ArchivoVenta> found) {
        var kept = found.stream().filter(file -> file.estado() != EstadoArchivo.SUBIENDO).toList();
        var old = current();
        files.setAll(kept);
        var now = current();
        var chosen = shown.get();
        var stays =
                chosen != null
                        && !Objects.equals(old, chosen)
                        && kept.stream().anyMatch(file -> file.id() == chosen.id());
        if (!stays) {
            look(now);
        }
    }

    /// The current confronta, or null.
    @Nullable ArchivoVenta current() {
        return files.stream()
                .filter(file -> file.tipo() == TipoArchivo.CONFRONTA && file.vigente())
                .filter(file -> file.estado() != EstadoArchivo.ELIMINADO)
                .findFirst()
                .orElse(null);
    }

    /// Shows one of the files.
    void look(@Nullable ArchivoVenta archivo) {
        shown.set(archivo);
        var open = venta.get();
        if (archivo == null || open == null || archivo.estado() == EstadoArchivo.ELIMINADO) {
            preview.clear();
        } else if (!allows(AccionVenta.DESCARGAR)) {
            preview.forbid(archivo);
        } else {
            preview.show(archivo, () -> api.content(open.id(), archivo));
        }
    }

    /// Whether the open sale allows an action to this person.
    boolean allows(AccionVenta accion) {
        var open = venta.get();
        return open != null && open.acciones().contains(accion);
    }

    /// Whether a file may be handed in now, as the first or instead of another.
    boolean takesFiles() {
        return allows(AccionVenta.SUBIR) || allows(AccionVenta.REEMPLAZAR);
    }

    /// Whether a file handed in now takes the place of another.
    boolean replaces() {
        var open = venta.get();
        return open != null
                && takesFiles()
                && (open.confronta() != EstadoConfronta.NINGUNA || current() != null);
    }

    /// Files dropped on the card or chosen: one, checked, copied and sent.
    void drop(List<Path> dropped) {
        var open = venta.get();
        if (open != null) {
            drop(dropped, open.id(), open.numero(), takesFiles());
        }
    }

    /// Files dropped on a row of the list. What the last ones came to is taken away.
    void drop(List<Path> dropped, long ventaId, String numero, boolean allowed) {
        var open = venta.get();
        if (open != null && open.id() == ventaId) {
            dismiss();
        }
        var refused = refusal(dropped, allowed);
        if (refused != null) {
            problem.set(new DropProblem(refused));
            return;
        }
        var file = dropped.getFirst();
        send(
                () -> Dropped.hold(queue, file),
                new Target(ventaId, numero, TipoArchivo.CONFRONTA),
                cause -> FileProblem.of(file, cause));
    }

    private static DropProblem.@Nullable Kind refusal(List<Path> dropped, boolean allowed) {
        if (!allowed) {
            return DropProblem.Kind.NOT_ALLOWED;
        } else if (dropped.isEmpty()) {
            return DropProblem.Kind.NOT_A_FILE;
        }
        return dropped.size() > 1 ? DropProblem.Kind.SEVERAL : null;
    }

    /// A pasted picture.
    void paste(String name, Callable<byte[]> png) {
        var open = venta.get();
        if (open == null) {
            return;
        }
        dismiss();
        if (!takesFiles()) {
            problem.set(new DropProblem(DropProblem.Kind.NOT_ALLOWED));
            return;
        }
        send(
                () -> queue.hold(name, new ByteArrayInputStream(png.call())),
                new Target(open.id(), open.numero(), TipoArchivo.CONFRONTA),
                cause -> cause);
    }

    private void send(Callable<Held> copy, Target target, UnaryOperator<Exception> named) {
        fetcher.fetch(
                () -> queue.enqueue(copy.call(), target),
                this::onTransfer,
                cause -> failed(target.ventaId(), target.numero(), named.apply(cause)));
    }

    /// What went wrong with one sale's file is not told beside another's.
    private void failed(long ventaId, String numero, Exception cause) {
        var now = venta.get();
        if (now != null && now.id() == ventaId) {
            problem.set(cause);
        } else {
            missed.accept(numero, cause);
        }
    }

    /// A transfer moved on.
    void onTransfer(Transfer next) {
        var open = venta.get();
        if (open == null || next.target().ventaId() != open.id()) {
            return;
        }
        var known = transfer.get();
        if (known != null && known.id().equals(next.id()) && known.state().ended()) {
            return;
        }
        transfer.set(next);
        if (next.state() instanceof TransferState.Stored
                || next.state() instanceof TransferState.PorSubir) {
            refresh();
        }
    }

    /// Stops what is on its way.
    void cancel() {
        var under = transfer.get();
        if (under != null) {
            queue.cancel(under.id());
        }
    }

    /// Takes an ended transfer's card away.
    void dismiss() {
        var ended = transfer.get();
        problem.set(null);
        if (ended != null && ended.state().ended()) {
            queue.dismiss(ended.id());
            transfer.set(null);
        }
    }

    /// Saves a file where the person chose.
    void saveAs(ArchivoVenta archivo, Path target, Consumer<Path> done) {
        var open = venta.get();
        if (open != null) {
            work(() -> Files.write(target, api.content(open.id(), archivo)), done);
        }
    }

    /// Hands a clear copy to the system's program for it.
    void openOutside(ArchivoVenta archivo, Viewer viewer) {
        var open = venta.get();
        if (open != null) {
            work(
                    () -> {
                        var copy = opened.put(archivo.nombre(), api.content(open.id(), archivo));
                        try {
                            viewer.show(copy);
                        } catch (IOException nobody) {
                            throw new NobodyOpens(archivo.nombre(), nobody);
                        }
                        return true;
                    },
                    shown -> {});
        }
    }

    /// Deletes a file; the reason is kept.
    void delete(ArchivoVenta archivo, String motivo, Runnable done) {
        var open = venta.get();
        if (open != null) {
            work(
                    () -> {
                        api.delete(open.id(), archivo.id(), motivo);
                        return true;
                    },
                    deleted -> {
                        refresh();
                        done.run();
                    });
        }
    }

    /// Sends the waiting file to the object store now.
    void resubmit(String motivo, Consumer<Boolean> done) {
        var open = venta.get();
        if (open != null) {
            work(
                    () -> api.resubmit(open.id(), motivo).success(),
                    success -> {
                        refresh();
                        done.accept(success);
                    });
        }
    }

    private <R> void work(Callable<R> work, Consumer<R> done) {
        var open = Objects.requireNonNull(venta.get());
        working.set(working.get() + 1);
        problem.set(null);
        fetcher.fetch(
                work,
                result -> {
                    working.set(working.get() - 1);
                    done.accept(result);
                },
                cause -> {
                    working.set(working.get() - 1);
                    failed(open.id(), open.numero(), cause);
                });
    }

    /// Told of what went wrong with a sale that is not on screen any more, by its number.
    void onMissed(BiConsumer<String, Exception> action) {
        missed = action;
    }

    /// The page that is drawn.
    PreviewViewModel preview() {
        return preview;
    }

    /// The open sale.
    public ReadOnlyObjectProperty<@Nullable VentaDetalle> ventaProperty() {
        return venta.getReadOnlyProperty();
    }

    /// The file that is looked at.
    public ReadOnlyObjectProperty<@Nullable ArchivoVenta> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The latest transfer of this sale.
    public ReadOnlyObjectProperty<@Nullable Transfer> transferProperty() {
        return transfer.getReadOnlyProperty();
    }

    /// The last thing that did not work.
    public ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How much is being fetched or written on the person's word.
    public ReadOnlyIntegerProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// All files, as the server lists them.
    public ObservableList<ArchivoVenta> files() {
        return files;
    }
}
