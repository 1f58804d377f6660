package trastienda.desktop.ventas;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.ventas.CambioVenta;

import java.util.ArrayList;
import java.util.List;

/// Who did what with a sale, newest first, a few at once. Rows that were made for one sale show the
/// next one's.
final class Timeline extends VBox {
    private static final int USUAL = 3;
    private static final int FIRST = 8;
    private static final int MORE = 25;

    private final Label none = new Label();
    private final VBox rows = new VBox();
    private final Hyperlink older = new Hyperlink();
    private final List<TimelineRow> entries = new ArrayList<>();
    private List<Deed> deeds = List.of();
    private int most = FIRST;

    Timeline() {
        getStyleClass().add("timeline");
        none.textProperty().bind(Text.of("ventas.detalle.sin_historial"));
        none.getStyleClass().add("text-muted");
        older.setId("historial-anteriores");
        older.getStyleClass().add("small-link");
        older.setOnAction(
                click -> {
                    most += MORE;
                    fill();
                });
        getChildren().setAll(none, rows, older);
        make(USUAL);
        fill();
    }

    private void make(int wanted) {
        while (entries.size() < wanted) {
            var entry = new TimelineRow();
            entries.add(entry);
            rows.getChildren().add(entry);
        }
    }

    /// @param changes newest first; none at all is another sale, of which a few are shown again
    void show(List<CambioVenta> changes) {
        deeds = Deed.of(changes);
        if (deeds.isEmpty()) {
            most = FIRST;
        }
        fill();
    }

    private void fill() {
        var shown = Math.min(deeds.size(), most);
        var left = deeds.size() - shown;
        appear(none, deeds.isEmpty());
        appear(older, left > 0);
        older.textProperty().bind(Text.of("ventas.detalle.historial_anteriores", left));
        make(shown);
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            appear(entry, i < shown);
            if (i < shown) {
                entry.show(deeds.get(i), i == deeds.size() - 1);
            }
        }
    }

    private static void appear(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
