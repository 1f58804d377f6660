package trastienda.desktop.identidad;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.List;

/// The shelves of a back room, drawn; as many as the height has room for.
final class Shelves extends Pane {
    private static final double STEP = 112;
    private static final double BASE_WIDTH = 448;

    /// A box on a shelf: where it begins, how wide and high, whether it is light, whether it has a
    /// label.
    private record Box(double x, double width, double height, boolean light, boolean label) {}

    private static final List<List<Box>> ROWS =
            List.of(
                    List.of(
                            new Box(56, 28, 36, false, false),
                            new Box(96, 36, 72, false, false),
                            new Box(140, 56, 72, false, true),
                            new Box(204, 28, 72, false, false),
                            new Box(244, 44, 84, true, true),
                            new Box(296, 28, 60, false, false),
                            new Box(392, 44, 48, false, true)),
                    List.of(
                            new Box(8, 72, 48, false, true),
                            new Box(132, 56, 84, true, true),
                            new Box(196, 56, 48, false, true),
                            new Box(258, 72, 60, true, true),
                            new Box(338, 72, 84, false, true)),
                    List.of(
                            new Box(8, 72, 60, false, true),
                            new Box(92, 72, 48, true, true),
                            new Box(170, 36, 60, false, true),
                            new Box(222, 44, 72, true, true),
                            new Box(322, 28, 48, false, false),
                            new Box(356, 56, 60, false, true)),
                    List.of(
                            new Box(8, 36, 72, true, false),
                            new Box(50, 72, 36, true, true),
                            new Box(168, 56, 48, false, true),
                            new Box(230, 44, 72, false, true),
                            new Box(282, 44, 60, false, true),
                            new Box(334, 36, 36, false, false),
                            new Box(382, 36, 48, true, false)),
                    List.of(
                            new Box(8, 28, 36, false, false),
                            new Box(112, 56, 48, true, true),
                            new Box(174, 56, 84, true, true),
                            new Box(280, 28, 48, false, false),
                            new Box(320, 28, 60, true, false),
                            new Box(360, 72, 84, false, true)));

    private double drawnWidth;
    private double drawnHeight;

    Shelves() {
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        // New children ask for another layout: without this the screen would draw itself for ever.
        if (getWidth() == drawnWidth && getHeight() == drawnHeight) {
            return;
        }
        drawnWidth = getWidth();
        drawnHeight = getHeight();
        var rows = (int) Math.min(ROWS.size(), Math.floor(getHeight() / STEP));
        var scale = getWidth() / BASE_WIDTH;
        getChildren().clear();
        for (int row = 0; row < rows; row++) {
            var floor = (row + 1) * STEP - 3;
            for (var box : ROWS.get(row)) {
                put(
                        box.light() ? "shelf-box-light" : "shelf-box",
                        box.x() * scale,
                        floor - box.height(),
                        box.width() * scale,
                        box.height());
                if (box.label()) {
                    put(
                            "shelf-label",
                            box.x() * scale + 8,
                            floor - box.height() + 10,
                            Math.min(24, box.width() * scale * 0.4),
                            4);
                }
            }
            put("shelf", 0, floor, getWidth(), 3);
        }
    }

    private void put(String style, double x, double y, double width, double height) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        region.resizeRelocate(x, y, width, height);
        getChildren().add(region);
    }
}
