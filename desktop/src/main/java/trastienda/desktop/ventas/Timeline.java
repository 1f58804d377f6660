package trastienda.desktop.ventas;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.ventas.CambioVenta;

import java.util.ArrayList;
import java.util.List;

/// Who did what with a sale, newest first. Rows that were made for one sale show the next one's.
final class Timeline extends VBox {
    private static final int USUAL = 3;

    private final Label none = new Label();
    private final List<TimelineRow> entries = new ArrayList<>();

    Timeline() {
        getStyleClass().add("timeline");
        none.textProperty().bind(Text.of("ventas.detalle.sin_historial"));
        none.getStyleClass().add("text-muted");
        getChildren().add(none);
        make(USUAL);
        show(List.of());
    }

    private void make(int wanted) {
        while (entries.size() < wanted) {
            var entry = new TimelineRow();
            entries.add(entry);
            getChildren().add(entry);
        }
    }

    void show(List<CambioVenta> changes) {
        none.setVisible(changes.isEmpty());
        none.setManaged(changes.isEmpty());
        make(changes.size());
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            entry.setVisible(i < changes.size());
            entry.setManaged(i < changes.size());
            if (i < changes.size()) {
                entry.show(changes.get(i), i == changes.size() - 1);
            }
        }
    }
}
