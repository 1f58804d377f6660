package trastienda.desktop.testing;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A click of the first mouse button, handed to a node itself.
final class HeadClick {
    private HeadClick() {}

    static void on(Node node) {
        Event.fireEvent(node, event(MouseEvent.MOUSE_PRESSED, true));
        Event.fireEvent(node, event(MouseEvent.MOUSE_RELEASED, false));
    }

    private static MouseEvent event(EventType<MouseEvent> kind, boolean down) {
        return new MouseEvent(
                kind,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
