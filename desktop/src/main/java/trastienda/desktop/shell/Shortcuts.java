package trastienda.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.KeyCap;

import java.util.List;

/// The keys that do something, on F1.
final class Shortcuts {
    private static final List<Shortcut> ALL =
            List.of(
                    new Shortcut("shell.atajos.paleta", "Ctrl", "K"),
                    new Shortcut("shell.atajos.nueva", "Ctrl", "N"),
                    new Shortcut("shell.atajos.filtro", "Ctrl", "F"),
                    new Shortcut("shell.atajos.recorrer", "J", "K"),
                    new Shortcut("shell.atajos.abrir", "Enter"),
                    new Shortcut("shell.atajos.pantalla", "P"),
                    new Shortcut("shell.atajos.pegar", "Ctrl", "V"),
                    new Shortcut("shell.atajos.copiar", "Ctrl", "C"),
                    new Shortcut("shell.atajos.guardar", "Ctrl", "S"),
                    new Shortcut("shell.atajos.actualizar", "F5"),
                    new Shortcut("shell.atajos.contraer", "Ctrl", "B"),
                    new Shortcut("shell.atajos.cerrar", "Esc"),
                    new Shortcut("shell.atajos.ayuda", "F1"));

    private record Shortcut(String key, List<String> caps) {
        Shortcut(String key, String... caps) {
            this(key, List.of(caps));
        }
    }

    private Shortcuts() {}

    static void show(Dialogs dialogs) {
        var grid = new GridPane(24, 8);
        grid.setId("atajos");
        for (var row = 0; row < ALL.size(); row++) {
            var shortcut = ALL.get(row);
            var words = new Label();
            words.textProperty().bind(Text.of(shortcut.key()));
            grid.addRow(row, KeyCap.row(shortcut.caps().toArray(String[]::new)), words);
        }
        var foot = new HBox();
        foot.setAlignment(Pos.CENTER_RIGHT);
        var opened = dialogs.show(Text.of("shell.atajos"), grid, foot);
        var close = Buttons.text(Text.of("dialogo.cerrar"), opened::close);
        close.setDefaultButton(true);
        foot.getChildren().add(close);
        close.requestFocus();
    }
}
