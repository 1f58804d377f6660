package trastienda.desktop.platform.fx;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;

import java.time.Duration;
import java.time.InstantSource;

/// How long ago the person last touched keyboard or mouse; the server ends a session that is idle.
public final class InputAge {
    private final InstantSource clock;
    private volatile long last;

    /// Counts from now on.
    public InputAge(InstantSource clock) {
        this.clock = clock;
        this.last = clock.millis();
    }

    /// Watches a window's input.
    public void watch(Scene scene) {
        EventHandler<InputEvent> seen = event -> touch();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, seen);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, seen);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, seen);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, seen);
        scene.addEventFilter(DragEvent.DRAG_OVER, seen);
        scene.addEventFilter(ScrollEvent.SCROLL, seen);
        scene.addEventFilter(TouchEvent.TOUCH_PRESSED, seen);
        scene.addEventFilter(TouchEvent.TOUCH_MOVED, seen);
    }

    /// The person did something now.
    public void touch() {
        last = clock.millis();
    }

    /// Whether nobody did anything for that long.
    public boolean isQuiet(Duration time) {
        return clock.millis() - last >= time.toMillis();
    }

    /// Whole seconds since the last input.
    public long seconds() {
        return Math.max(0, Duration.ofMillis(clock.millis() - last).toSeconds());
    }
}
