package trastienda.desktop;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import trastienda.desktop.platform.settings.Settings;

/// Brings the window back where it was, when a screen still shows that spot.
record WindowMemory(Settings settings) {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double VISIBLE = 120;

    void restore(Stage stage) {
        var room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(number("width", Math.min(WIDTH, room.getWidth())));
        stage.setHeight(number("height", Math.min(HEIGHT, room.getHeight())));
        var x = number("x", Double.NaN);
        var y = number("y", Double.NaN);
        if (!Double.isNaN(x) && !Double.isNaN(y) && isVisible(x, y)) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.get("window.maximized").map(Boolean::valueOf).orElse(false));
    }

    private double number(String name, double usual) {
        return settings.number("window." + name).orElse(usual);
    }

    private static boolean isVisible(double x, double y) {
        return !Screen.getScreensForRectangle(new Rectangle2D(x, y, VISIBLE, VISIBLE)).isEmpty();
    }

    void keep(Stage stage) {
        settings.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            settings.put("window.width", Double.toString(stage.getWidth()));
            settings.put("window.height", Double.toString(stage.getHeight()));
            settings.put("window.x", Double.toString(stage.getX()));
            settings.put("window.y", Double.toString(stage.getY()));
        }
    }
}
