package trastienda.desktop.ventas;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.function.BiConsumer;

/// List and detail by the window's width: beside each other; below 1100 the file is a tab of the
/// detail; below 800 list or detail. Without a chosen sale the list has all the room. Both sides
/// grow and shrink with the window, the detail never below what file and data need beside each
/// other.
final class VentasLayout {
    private static final double TAB_BELOW = 1100;
    private static final double ONE_BELOW = 800;
    private static final double LEAST_LIST = 320;
    private static final double LEAST_DETAIL = 400;
    private static final double LEAST_BESIDE_FILE = 700;

    private final Region root;
    private final SplitPane split;
    private final Region list;
    private final Region detail;
    private final BiConsumer<Boolean, Boolean> arranged;
    private double share;
    private boolean shown;
    private Sides sides = Sides.LIST;

    private enum Sides {
        LIST,
        BOTH,
        DETAIL
    }

    VentasLayout(
            Region root,
            SplitPane split,
            Region list,
            Region detail,
            double share,
            BiConsumer<Boolean, Boolean> arranged) {
        this.root = root;
        this.split = split;
        this.list = list;
        this.detail = detail;
        this.share = share;
        this.arranged = arranged;
        split.setMinWidth(0);
        split.setDividerPositions(1);
        split.skinProperty().subscribe(skin -> showDivider());
        split.widthProperty().addListener((property, old, now) -> fit());
        // at the divider's own handlers a drag ends for everyone else
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::remember);
        root.sceneProperty()
                .flatMap(Scene::widthProperty)
                .addListener((property, old, now) -> arrange());
        arrange();
    }

    /// List and detail may take each other's place under the keyboard: the keys go on acting.
    private void handKeyboardOn() {
        var scene = root.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner();
                at != null;
                at = at.getParent()) {
            if (at.equals(list) && sides == Sides.DETAIL) {
                detail.requestFocus();
            } else if (at.equals(detail) && sides == Sides.LIST) {
                list.lookup(".table-view").requestFocus();
            }
        }
    }

    void showDetail(boolean now) {
        if (shown != now) {
            shown = now;
            arrange();
        }
    }

    /// Opens and closes the detail once before it is asked for, unseen: what is done for the first
    /// time takes several times longer. Nothing where list and detail take each other's place.
    void rehearse() {
        var scene = root.getScene();
        if (shown || scene == null || scene.getWidth() < ONE_BELOW) {
            return;
        }
        showDetail(true);
        layOut();
        showDetail(false);
        layOut();
    }

    private void layOut() {
        root.applyCss();
        root.layout();
    }

    private void arrange() {
        var width = root.getScene() == null ? TAB_BELOW : root.getScene().getWidth();
        if (width <= 0) {
            return;
        }
        var alone = width < ONE_BELOW;
        var now = shown ? (alone ? Sides.DETAIL : Sides.BOTH) : Sides.LIST;
        give(list, now != Sides.DETAIL, LEAST_LIST);
        give(detail, now != Sides.LIST, alone ? 0 : leastDetail());
        if (sides != now) {
            sides = now;
            divide();
            showDivider();
            handKeyboardOn();
        }
        arranged.accept(width < TAB_BELOW, alone);
    }

    private void divide() {
        split.setDividerPositions(
                switch (sides) {
                    case LIST -> 1;
                    case BOTH -> share;
                    case DETAIL -> 0;
                });
    }

    /// The divider stands where the person left it, as a share of the width, wherever both sides
    /// have room enough.
    private void fit() {
        if (sides == Sides.BOTH) {
            detail.setMinWidth(leastDetail());
            divide();
        }
    }

    private void remember(MouseEvent released) {
        var divider = split.lookup(".split-pane-divider");
        if (sides == Sides.BOTH && divider != null && isIn(divider, released.getTarget())) {
            share = split.getDividerPositions()[0];
        }
    }

    private static boolean isIn(Node outer, EventTarget target) {
        var at = target instanceof Node node ? node : null;
        while (at != null && !at.equals(outer)) {
            at = at.getParent();
        }
        return at != null;
    }

    private double leastDetail() {
        if (root.getScene() == null || root.getScene().getWidth() < TAB_BELOW) {
            return LEAST_DETAIL;
        }
        var divider = split.lookup(".split-pane-divider");
        var spare =
                split.getWidth()
                        - split.snappedLeftInset()
                        - split.snappedRightInset()
                        - (divider == null ? 0 : divider.prefWidth(-1))
                        - LEAST_LIST;
        return Math.max(LEAST_DETAIL, Math.min(LEAST_BESIDE_FILE, spare));
    }

    private void showDivider() {
        var divider = split.lookup(".split-pane-divider");
        if (divider != null) {
            divider.setVisible(sides == Sides.BOTH);
        }
    }

    /// A side that is not shown stays in the tree, with no room: to style it again at each opening
    /// would take longer than to open it.
    private static void give(Region side, boolean room, double least) {
        side.setVisible(room);
        side.setMinWidth(room ? least : 0);
        side.setMaxWidth(room ? Double.MAX_VALUE : 0);
    }
}
