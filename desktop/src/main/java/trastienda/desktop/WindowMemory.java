package trastienda.desktop;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.settings.Settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings the window back where it was, title bar and all within the screen that shows most of that
/// spot; on the first screen when none does.
record WindowMemory(Settings settings) {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 450;

    void restore(Stage stage) {
        var rooms = rooms();
        var place = within(remembered().orElse(null), rooms);
        var room = roomOf(place, rooms);
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        put(stage, place);
        stage.setMaximized(settings.get("window.maximized").map(Boolean::valueOf).orElse(false));
        // Only a window that is shown knows how high its title bar is.
        stage.addEventHandler(
                WindowEvent.WINDOW_SHOWN, shown -> put(stage, within(place(stage), rooms())));
    }

    private static void put(Stage stage, Rectangle2D place) {
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        }
    }

    private static Rectangle2D place(Stage stage) {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static List<Rectangle2D> rooms() {
        var primary = Screen.getPrimary();
        return Stream.concat(
                        Stream.of(primary),
                        Screen.getScreens().stream().filter(one -> !one.equals(primary)))
                .map(Screen::getVisualBounds)
                .toList();
    }

    private Optional<Rectangle2D> remembered() {
        var x = settings.number("window.x");
        var y = settings.number("window.y");
        var width = settings.number("window.width").filter(value -> value > 0);
        var height = settings.number("window.height").filter(value -> value > 0);
        return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
                ? Optional.of(new Rectangle2D(x.get(), y.get(), width.get(), height.get()))
                : Optional.empty();
    }

    /// The wished place, or the usual size in the middle of the first room, made to fit into the
    /// room that holds most of it.
    static Rectangle2D within(@Nullable Rectangle2D wished, List<Rectangle2D> rooms) {
        var first = rooms.getFirst();
        var size = wished == null ? new Rectangle2D(0, 0, WIDTH, HEIGHT) : wished;
        var room = wished == null ? first : roomOf(wished, rooms);
        var width = Math.min(size.getWidth(), room.getWidth());
        var height = Math.min(size.getHeight(), room.getHeight());
        if (wished == null || shared(wished, room) <= 0) {
            return new Rectangle2D(
                    room.getMinX() + (room.getWidth() - width) / 2,
                    room.getMinY() + (room.getHeight() - height) / 2,
                    width,
                    height);
        }
        return new Rectangle2D(
                Math.clamp(wished.getMinX(), room.getMinX(), room.getMaxX() - width),
                Math.clamp(wished.getMinY(), room.getMinY(), room.getMaxY() - height),
                width,
                height);
    }

    private static Rectangle2D roomOf(Rectangle2D place, List<Rectangle2D> rooms) {
        var best = rooms.getFirst();
        for (var room : rooms) {
            if (shared(place, room) > shared(place, best)) {
                best = room;
            }
        }
        return best;
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        var width =
                Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        var height =
                Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
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
