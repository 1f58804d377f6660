package trastienda.desktop.ventas;

import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.Slot;
import trastienda.shared.ventas.VentaFila;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/// A row that stays blue for a moment after somebody changed it, and that takes a dropped file.
final class FilaRow extends TableRow<Slot<VentaFila>> {
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("arrived");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final long BLUE_MILLIS = 1200;

    private final PauseTransition fade = new PauseTransition();
    private final ChangeListener<Number> changes = (property, old, now) -> mark();

    FilaRow(BiConsumer<VentaFila, List<Path>> dropped) {
        fade.setOnFinished(done -> pseudoClassStateChanged(FRESH, false));
        itemProperty()
                .addListener(
                        (property, old, now) -> {
                            if (old != null) {
                                old.changedAtProperty().removeListener(changes);
                            }
                            if (now != null) {
                                now.changedAtProperty().addListener(changes);
                            }
                            mark();
                        });
        setOnDragOver(
                drag -> {
                    if (takes(drag.getDragboard()) && fila() != null) {
                        drag.acceptTransferModes(TransferMode.COPY);
                        pseudoClassStateChanged(TARGET, true);
                        drag.consume();
                    }
                });
        setOnDragExited(drag -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(drag -> onDrop(drag, dropped));
    }

    private void onDrop(DragEvent drag, BiConsumer<VentaFila, List<Path>> dropped) {
        pseudoClassStateChanged(TARGET, false);
        var fila = fila();
        if (fila != null) {
            var files = drag.getDragboard().getFiles().stream().map(File::toPath).toList();
            drag.setDropCompleted(!files.isEmpty());
            drag.consume();
            dropped.accept(fila, files);
        }
    }

    private static boolean takes(Dragboard board) {
        return board.hasFiles();
    }

    private @Nullable VentaFila fila() {
        var slot = getItem();
        return slot == null ? null : slot.row();
    }

    private void mark() {
        fade.stop();
        var slot = getItem();
        var changed = slot == null ? 0 : slot.changedAtProperty().get();
        var left = (double) (changed + BLUE_MILLIS - System.currentTimeMillis());
        pseudoClassStateChanged(FRESH, left > 0);
        if (left > 0) {
            fade.setDuration(Duration.millis(left));
            fade.playFromStart();
        }
    }
}
