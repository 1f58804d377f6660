package trastienda.desktop.ventas;

import javafx.scene.control.Label;

import trastienda.desktop.platform.i18n.Text;

/// A quiet sentence over the rows when they are not in the order asked for.
final class OrderNote {
    private OrderNote() {}

    static void on(Label label, VentasViewModel model) {
        label.textProperty().bind(Text.of("ventas.lista.por_fecha"));
        model.rowsProperty().addListener((property, old, now) -> show(label, model));
        show(label, model);
    }

    private static void show(Label label, VentasViewModel model) {
        var said = model.sortedOtherwise();
        label.setVisible(said && model.rowsProperty().get() != null);
        label.setManaged(label.isVisible());
    }
}
