package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.list.Fetcher;
import trastienda.desktop.platform.transfer.Held;
import trastienda.desktop.platform.transfer.Target;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.desktop.ventas.VentaFiles;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.ventas.VentaDetalle;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The place in the form where the confronta is dropped; its copy waits in the spool.
final class FieldController implements VentaFiles.Field {
    private final TransferQueue queue;
    private final Fetcher fetcher;
    private final ReadOnlyObjectWrapper<@Nullable String> held = new ReadOnlyObjectWrapper<>();
    private final VBox zone = new VBox(8);
    private final Label trouble = new Label();
    private @Nullable Held file;
    private @Nullable String current;
    private @Nullable VentaDetalle goesTo;
    private int copying;
    private boolean unwanted;

    FieldController(TransferQueue queue, Fetcher fetcher) {
        this.queue = queue;
        this.fetcher = fetcher;
        zone.getStyleClass().addAll("drop-zone", "drop-field");
        zone.setId("form-confronta");
        trouble.getStyleClass().add("field-error");
        trouble.setWrapText(true);
        trouble.setGraphic(new FontIcon("fth-alert-triangle"));
        acceptOn(zone, () -> {});
        render();
    }

    @Override
    public void acceptOn(Node sheet, Runnable dropped) {
        sheet.setOnDragOver(
                drag -> {
                    if (!zone.isDisabled() && Clip.looksLikeAFile(drag.getDragboard())) {
                        drag.acceptTransferModes(TransferMode.COPY);
                        if (!zone.getStyleClass().contains("over")) {
                            zone.getStyleClass().add("over");
                        }
                        drag.consume();
                    }
                });
        sheet.setOnDragExited(drag -> zone.getStyleClass().remove("over"));
        sheet.setOnDragDropped(
                drag -> {
                    zone.getStyleClass().remove("over");
                    drag.setDropCompleted(true);
                    drag.consume();
                    take(Clip.files(drag.getDragboard()));
                    dropped.run();
                });
    }

    private void take(List<Path> files) {
        if (files.isEmpty()) {
            complain(new DropProblem(DropProblem.Kind.NOT_A_FILE));
        } else if (files.size() > 1) {
            complain(new DropProblem(DropProblem.Kind.SEVERAL));
        } else {
            var chosen = files.getFirst();
            keep(
                    () -> Dropped.hold(queue, chosen),
                    cause -> complain(FileProblem.of(chosen, cause)));
        }
    }

    private void keep(Callable<Held> copy, Consumer<Exception> failed) {
        trouble.textProperty().unbind();
        trouble.setText("");
        copying++;
        unwanted = false;
        fetcher.fetch(
                copy,
                copied -> {
                    copying--;
                    arrived(copied);
                },
                cause -> {
                    copying--;
                    failed.accept(cause);
                });
    }

    /// The copy is there: for the form, for the sale that was saved meanwhile, or for nobody.
    private void arrived(Held copied) {
        var saved = goesTo;
        if (saved != null) {
            enqueue(copied, saved);
        } else if (unwanted) {
            forget(copied);
        } else {
            var before = file;
            set(copied);
            if (before != null) {
                forget(before);
            }
        }
    }

    private void complain(Exception cause) {
        trouble.textProperty().bind(Refusals.words(cause));
        render();
    }

    private void set(@Nullable Held next) {
        file = next;
        held.set(next == null ? null : next.id());
        render();
    }

    private void forget(Held before) {
        fetcher.fetch(
                () -> {
                    queue.release(before.id());
                    return true;
                },
                done -> render(),
                this::complain);
    }

    private void render() {
        zone.getChildren().clear();
        var kept = file;
        if (kept == null) {
            var words = new Label();
            var name = current;
            words.textProperty()
                    .bind(
                            name == null
                                    ? Text.of("confrontas.campo.texto")
                                    : Text.of("confrontas.campo.actual", name));
            words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            words.getStyleClass().add("text-strong");
            var limits = new Label();
            limits.textProperty()
                    .bind(
                            Text.of(
                                    name == null
                                            ? "confrontas.campo.limites"
                                            : "confrontas.campo.se_conserva"));
            limits.getStyleClass().addAll("text-small", "text-muted");
            limits.setWrapText(true);
            var choose = new Button();
            choose.textProperty().bind(Text.of("confrontas.panel.elegir"));
            choose.setGraphic(new FontIcon("fth-upload"));
            choose.setMinWidth(Region.USE_PREF_SIZE);
            choose.setOnAction(click -> choose());
            var lines = new VBox(2, words, limits);
            HBox.setHgrow(lines, Priority.ALWAYS);
            var row = new HBox(12, new FontIcon("fth-upload-cloud"), lines, choose);
            row.getStyleClass().add("centered-row");
            zone.getChildren().add(row);
        } else {
            zone.getChildren().add(kept(kept));
        }
        if (!trouble.getText().isEmpty()) {
            zone.getChildren().add(trouble);
        }
    }

    private Node kept(Held kept) {
        var name = new Label(kept.name());
        name.getStyleClass().add("text-strong");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var state = new Label();
        state.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        Formats.bytes(kept.size())
                                                + " · "
                                                + Text.now("confrontas.campo.lista")));
        state.getStyleClass().addAll("text-small", "text-muted");
        var lines = new VBox(2, name, state);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var remove = new Button();
        remove.textProperty().bind(Text.of("confrontas.campo.quitar"));
        remove.setGraphic(new FontIcon("fth-x"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(click -> discard());
        var row = new HBox(12, new FontIcon("fth-file-text"), lines, remove);
        row.getStyleClass().add("centered-row");
        return row;
    }

    private void choose() {
        PaperChooser.choose(zone.getScene().getWindow()).ifPresent(chosen -> take(List.of(chosen)));
    }

    @Override
    public Node node() {
        return zone;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable String> heldProperty() {
        return held.getReadOnlyProperty();
    }

    @Override
    public void keeps(String name) {
        current = name;
        render();
    }

    @Override
    public void restore(@Nullable String id) {
        if (id != null) {
            queue.held(id).ifPresent(this::set);
        }
    }

    @Override
    public boolean paste() {
        if (zone.isDisabled()) {
            return false;
        }
        var files = Clip.files(Clipboard.getSystemClipboard());
        if (!files.isEmpty()) {
            take(files);
            return true;
        }
        var picture = Clip.picture();
        if (picture == null) {
            return false;
        }
        var pixels = Clip.pixels(picture);
        var name = Text.now("confrontas.pegada");
        keep(() -> queue.hold(name, new ByteArrayInputStream(Clip.png(pixels))), this::complain);
        return true;
    }

    @Override
    public void discard() {
        unwanted = copying > 0;
        var before = file;
        set(null);
        if (before != null) {
            forget(before);
        }
    }

    @Override
    public void send(VentaDetalle venta) {
        goesTo = venta;
        var kept = file;
        if (copying == 0 && kept != null) {
            set(null);
            enqueue(kept, venta);
        }
    }

    private void enqueue(Held copy, VentaDetalle venta) {
        fetcher.fetch(
                () ->
                        queue.enqueue(
                                copy,
                                new Target(venta.id(), venta.numero(), TipoArchivo.CONFRONTA)),
                sent -> render(),
                this::complain);
    }
}
