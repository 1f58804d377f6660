package trastienda.desktop.platform.ui;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import java.util.List;
import java.util.stream.Stream;

/// The sign of the program: boxes on the shelves of a back room.
public final class AppIcon {
    private static final double BASE = 32;
    private static final Color GROUND = Color.web("#0969da");
    private static final Color FAINT = Color.color(1, 1, 1, 0.7);

    private AppIcon() {}

    /// The sign as a node of `size` pixels.
    public static Group node(double size) {
        var ground = bar(0, 0, BASE, BASE, 7, GROUND);
        var group =
                new Group(
                        ground,
                        bar(9, 7, 5, 4.2, 0.8, Color.WHITE),
                        bar(15.2, 8.2, 7, 3, 0.8, FAINT),
                        bar(6, 11.2, 20, 2, 1, Color.WHITE),
                        bar(10, 16.6, 7, 3, 0.8, FAINT),
                        bar(18, 15, 5, 4.6, 0.8, Color.WHITE),
                        bar(6, 19.6, 20, 2, 1, Color.WHITE),
                        bar(10, 24.4, 12, 2, 1, FAINT));
        group.setScaleX(size / BASE);
        group.setScaleY(size / BASE);
        group.setMouseTransparent(true);
        return new Group(group);
    }

    private static Rectangle bar(
            double x, double y, double width, double height, double radius, Color color) {
        var bar = new Rectangle(x, y, width, height);
        bar.setArcWidth(radius * 2);
        bar.setArcHeight(radius * 2);
        bar.setFill(color);
        return bar;
    }

    /// The sign in the sizes a window manager asks for.
    public static List<Image> images() {
        return Stream.of(16, 32, 48, 128, 256).map(AppIcon::image).toList();
    }

    private static Image image(int size) {
        var node = node(size);
        var scene = new Scene(node, size, size, Color.TRANSPARENT);
        scene.getRoot().applyCss();
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return node.snapshot(parameters, null);
    }
}
