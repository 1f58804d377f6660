package trastienda.desktop.confrontas;

import javafx.scene.input.Clipboard;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Dialogs;

import java.nio.file.Path;
import java.util.List;

/// Hands in what was dropped or pasted, after a question when it takes another's place: a hand
/// slips.
final class HandIn {
    private final ArchivosViewModel model;
    private final Dialogs dialogs;

    HandIn(ArchivosViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    void drop(List<Path> files) {
        if (files.size() == 1) {
            asked(String.valueOf(files.getFirst().getFileName()), () -> model.drop(files));
        } else {
            model.drop(files);
        }
    }

    /// Says whether the clipboard had anything to hand in.
    boolean paste() {
        var files = Clip.files(Clipboard.getSystemClipboard());
        if (!files.isEmpty()) {
            drop(files);
            return true;
        }
        var picture = Clip.picture();
        if (picture == null || model.ventaProperty().get() == null) {
            return false;
        }
        var pixels = Clip.pixels(picture);
        var name = Text.now("confrontas.pegada");
        asked(name, () -> model.paste(name, () -> Clip.png(pixels)));
        return true;
    }

    private void asked(String name, Runnable action) {
        var venta = model.ventaProperty().get();
        if (venta == null || !model.replaces()) {
            action.run();
            return;
        }
        dialogs.confirm(
                Text.of("confrontas.reemplazar.titulo"),
                Text.of("confrontas.reemplazar.texto", name, venta.numero()),
                Text.of("confrontas.reemplazar.boton"),
                false,
                () -> {
                    var open = model.ventaProperty().get();
                    if (open != null && open.id() == venta.id()) {
                        action.run();
                    }
                });
    }
}
