package trastienda.desktop.platform.ui;

import atlantafx.base.theme.Tweaks;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives a table the kit's look: hairlines, no stripes, no vertical lines, a fixed row height that
/// follows the density, the last column taking the rest.
public final class TableLook {
    /// Rows of reports.
    public static final int DENSE = 32;

    /// Usual rows.
    public static final int NORMAL = 40;

    /// Rows with a second line, as sales.
    public static final int TWO_LINES = 48;

    private TableLook() {}

    /// Dresses a table of rows of this height.
    public static void apply(TableView<?> table, int height, Theme theme) {
        table.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        table.fixedCellSizeProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> (double) height + theme.densityProperty().get().shift(),
                                theme.densityProperty()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setTableMenuButtonVisible(false);
        table.setFocusTraversable(true);
    }

    /// Marks the first and the last column, whose edges line up with the panel's title.
    public static void edges(TableColumn<?, ?> first, TableColumn<?, ?> last) {
        first.getStyleClass().add("first");
        last.getStyleClass().add("last");
    }

    /// A column of figures: right-aligned with its head.
    public static void figures(TableColumn<?, ?> column) {
        column.getStyleClass().addAll(Tweaks.ALIGN_RIGHT, "align-right");
    }
}
