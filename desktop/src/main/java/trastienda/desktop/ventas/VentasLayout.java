package trastienda.desktop.ventas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

import trastienda.desktop.platform.fx.Fx;

import java.util.List;
import java.util.function.BiConsumer;

/// List and detail by the window's width: beside each other; below 1100 the file is a tab of the
/// detail; below 800 list or detail. Without a chosen sale the list has all the room.
final class VentasLayout {
    private static final double TAB_BELOW = 1100;
    private static final double ONE_BELOW = 800;
    private static final double LEAST_DETAIL = 400;

    private final Region root;
    private final SplitPane split;
    private final Node list;
    private final Region detail;
    private final BiConsumer<Boolean, Boolean> arranged;
    private double share;
    private boolean shown;
    private boolean placed;

    VentasLayout(
            Region root,
            SplitPane split,
            Node list,
            Region detail,
            double share,
            BiConsumer<Boolean, Boolean> arranged) {
        this.root = root;
        this.split = split;
        this.list = list;
        this.detail = detail;
        this.share = share;
        this.arranged = arranged;
        SplitPane.setResizableWithParent(list, false);
        root.sceneProperty()
                .flatMap(Scene::widthProperty)
                .addListener((property, old, now) -> arrange());
        arrange();
    }

    /// List and detail may take each other's place under the keyboard: the keys go on acting.
    private void keepKeyboard() {
        if (!hasKeyboard()) {
            var to = split.getItems().contains(list) ? list.lookup(".table-view") : detail;
            to.requestFocus();
        }
    }

    private boolean hasKeyboard() {
        var scene = root.getScene();
        for (var node = scene == null ? null : scene.getFocusOwner();
                node != null;
                node = node.getParent()) {
            if (node.equals(root)) {
                return true;
            }
        }
        return false;
    }

    void showDetail(boolean now) {
        if (shown != now) {
            shown = now;
            arrange();
        }
    }

    private void arrange() {
        var width = root.getScene() == null ? TAB_BELOW : root.getScene().getWidth();
        if (width <= 0) {
            return;
        }
        var alone = width < ONE_BELOW;
        detail.setMinWidth(alone ? 0 : LEAST_DETAIL);
        List<Node> wanted;
        if (!shown) {
            wanted = List.of(list);
        } else {
            wanted = alone ? List.of(detail) : List.of(list, detail);
        }
        if (!split.getItems().equals(wanted)) {
            if (placed && split.getDividers().size() == 1) {
                share = split.getDividerPositions()[0];
            }
            var keyboard = hasKeyboard();
            split.getItems().setAll(wanted);
            if (keyboard) {
                Fx.later(this::keepKeyboard);
            }
            if (wanted.size() == 2) {
                split.setDividerPositions(share);
                placed = true;
            }
        }
        arranged.accept(width < TAB_BELOW, alone);
    }
}
