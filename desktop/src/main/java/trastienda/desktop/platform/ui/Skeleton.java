package trastienda.desktop.platform.ui;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Bars that stand in for rows or fields while these are on their way.
public final class Skeleton {
    private static final double FADE = 0.11;
    private static final double FAINTEST = 0.15;

    private Skeleton() {}

    /// Rows of a table: bars of these widths, fading down the rows.
    public static Node rows(int rows, double height, double... widths) {
        var box = new VBox();
        for (int row = 0; row < rows; row++) {
            var line = new HBox(16);
            line.getStyleClass().add("skeleton-row");
            line.setMinHeight(height);
            line.setPadding(new Insets(0, 16, 0, 16));
            for (int column = 0; column < widths.length; column++) {
                line.getChildren().add(bar(widths[column] * uneven(row, column)));
                if (column == 0 && widths.length > 1) {
                    var gap = new Region();
                    HBox.setHgrow(gap, Priority.SOMETIMES);
                    line.getChildren().add(gap);
                }
            }
            line.setOpacity(Math.max(FAINTEST, 1 - row * FADE));
            box.getChildren().add(line);
        }
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        return box;
    }

    /// Fields of a detail: one bar per width, under each other.
    public static Node fields(double... widths) {
        var box = new VBox(16);
        box.setPadding(new Insets(24));
        for (var width : widths) {
            box.getChildren().add(bar(width));
        }
        box.setMouseTransparent(true);
        return box;
    }

    private static Region bar(double width) {
        var bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        return bar;
    }

    private static double uneven(int row, int column) {
        return 0.75 + ((row * 7 + column * 3) % 5) * 0.06;
    }
}
