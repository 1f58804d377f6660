package trastienda.desktop.confrontas;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.ventas.AccionVenta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// What this person may do with the shown file, and the sale's other files.
final class FileMenu {
    private final ArchivosViewModel model;
    private final BiConsumer<Action, @Nullable ArchivoVenta> act;

    private @Nullable Filled filled;

    /// What the menu was made from.
    private record Filled(
            @Nullable ArchivoVenta shown, List<ArchivoVenta> files, Set<AccionVenta> actions) {}

    /// What is asked for.
    enum Action {
        HAND_IN,
        SAVE_AS,
        OPEN,
        DELETE,
        RESUBMIT
    }

    FileMenu(ArchivosViewModel model, BiConsumer<Action, @Nullable ArchivoVenta> act) {
        this.model = model;
        this.act = act;
    }

    /// Made anew only when something of it changed: it is asked at every step of a preview.
    void fill(MenuButton menu) {
        var now =
                new Filled(
                        model.shownProperty().get(),
                        List.copyOf(model.files()),
                        model.ventaProperty().get() == null
                                ? Set.of()
                                : model.ventaProperty().get().acciones());
        if (now.equals(filled)) {
            return;
        }
        filled = now;
        var items = new ArrayList<MenuItem>();
        var shown = model.shownProperty().get();
        var there = shown != null && shown.estado() != EstadoArchivo.ELIMINADO;
        if (there && model.allows(AccionVenta.DESCARGAR)) {
            items.add(item("fth-download", "confrontas.accion.guardar_como", Action.SAVE_AS));
            items.add(item("fth-external-link", "confrontas.accion.abrir", Action.OPEN));
        }
        if (model.allows(AccionVenta.REEMPLAZAR)) {
            items.add(item("fth-upload", "confrontas.accion.reemplazar", Action.HAND_IN));
        } else if (model.allows(AccionVenta.SUBIR)) {
            items.add(item("fth-upload", "confrontas.accion.entregar", Action.HAND_IN));
        }
        if (model.allows(AccionVenta.RESUBIR)) {
            items.add(item("fth-refresh-cw", "confrontas.accion.resubir", Action.RESUBMIT));
        }
        if (there && model.allows(AccionVenta.ELIMINAR)) {
            var delete = item("fth-trash-2", "confrontas.accion.eliminar", Action.DELETE);
            delete.getStyleClass().add("danger");
            items.add(delete);
        }
        older(items);
        menu.getItems().setAll(items);
        menu.setVisible(!items.isEmpty());
    }

    /// The files of a sale that has no current one, if any can still be had.
    void fillOlder(MenuButton menu) {
        var items = new ArrayList<MenuItem>();
        all(items);
        menu.getItems().setAll(items);
        var some = items.stream().anyMatch(item -> !item.isDisable());
        menu.setVisible(some);
        menu.setManaged(some);
    }

    private void older(List<MenuItem> items) {
        if (model.files().size() > 1) {
            items.add(new SeparatorMenuItem());
            all(items);
        }
    }

    private void all(List<MenuItem> items) {
        var caption = new MenuItem();
        caption.setDisable(true);
        caption.getStyleClass().add("menu-caption");
        caption.textProperty().bind(Text.of("confrontas.accion.historial"));
        items.add(caption);
        for (var file : model.files()) {
            var item = new MenuItem();
            item.setMnemonicParsing(false);
            item.setGraphic(
                    new FontIcon(
                            file.estado() == EstadoArchivo.ELIMINADO
                                    ? "fth-slash"
                                    : file.vigente() ? "fth-check" : "fth-file"));
            item.textProperty().bind(Text.live(() -> line(file)));
            item.setDisable(
                    file.estado() == EstadoArchivo.ELIMINADO
                            || file.estado() == EstadoArchivo.FALLIDO
                            || !model.allows(AccionVenta.DESCARGAR));
            item.setOnAction(click -> model.look(file));
            items.add(item);
        }
    }

    private static String line(ArchivoVenta file) {
        var what =
                file.estado() == EstadoArchivo.ELIMINADO
                        ? Text.labelNow(file.estado())
                        : Formats.bytes(file.tamano());
        return Text.now(
                        "confrontas.historial.fila",
                        file.nombre(),
                        Formats.dateTime(file.creado()),
                        file.quien())
                + " · "
                + what;
    }

    private MenuItem item(String glyph, String key, Action action) {
        var item = new MenuItem();
        item.setGraphic(new FontIcon(glyph));
        item.textProperty().bind(Text.of(key));
        item.setId("archivo-" + key.substring(key.lastIndexOf('.') + 1));
        item.setOnAction(click -> act.accept(action, model.shownProperty().get()));
        return item;
    }
}
