package trastienda.desktop.platform.ui;

import atlantafx.base.theme.Tweaks;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

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

    /// A head too short to say it all has the whole in a tooltip. The column keeps its text, for
    /// who hears the table.
    public static void explain(TableColumn<?, ?> column, ObservableValue<String> whole) {
        var head = new Label();
        head.textProperty().bind(column.textProperty());
        var tip = new Tooltip();
        tip.textProperty().bind(whole);
        head.setTooltip(tip);
        column.setGraphic(head);
        column.getStyleClass().add("explained");
    }

    /// A column of figures: right-aligned with its head.
    public static void figures(TableColumn<?, ?> column) {
        column.getStyleClass().addAll(Tweaks.ALIGN_RIGHT, "align-right");
    }
}
