package trastienda.desktop.ventas;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls no further than needed to see a row.
final class VisibleRows {
    private VisibleRows() {}

    static void reveal(TableView<?> table, int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first instanceof TableRow<?> top && index <= top.getIndex()) {
                flow.scrollTo(index);
            } else if (last instanceof TableRow<?> bottom && index >= bottom.getIndex()) {
                var rows = Math.max(1, (int) (flow.getHeight() / table.getFixedCellSize()));
                flow.scrollTo(Math.max(0, index - rows + 1));
            }
        } else {
            table.scrollTo(index);
        }
    }
}
