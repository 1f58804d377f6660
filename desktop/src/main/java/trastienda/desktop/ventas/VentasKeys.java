package trastienda.desktop.ventas;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The keys of the list. Letters never act while a text field has the focus.
record VentasKeys(Node table, VentasController list) {
    static void on(Node root, Node table, VentasController list) {
        var keys = new VentasKeys(table, list);
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (!(key.getTarget() instanceof TextInputControl) && keys.onKey(key)) {
                        key.consume();
                    }
                });
    }

    private boolean onKey(KeyEvent key) {
        var actions = list.actions();
        if (key.isShortcutDown()) {
            return switch (key.getCode()) {
                case C -> list.copy();
                case F -> run(list::filter);
                case N -> actions.registers() && run(actions.create());
                case V -> actions.paste().getAsBoolean();
                default -> false;
            };
        }
        if (key.isAltDown() || key.isMetaDown()) {
            return false;
        }
        var chosen = list.model().selectedProperty().get() != null;
        return switch (key.getCode()) {
            case J -> list.move(1);
            case K -> list.move(-1);
            case F5 -> run(list.model()::refresh);
            case P -> chosen && run(actions.preview());
            case ENTER -> table.equals(key.getTarget()) && list.open();
            case ESCAPE -> chosen && run(list::close);
            default -> false;
        };
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
