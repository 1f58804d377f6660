package trastienda.desktop.platform.ui;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/// What floats over the shell on a scrim: sheets from the right, dialogs in the middle, the palette
/// near the top. The focus stays inside, Escape and a click on the scrim close the topmost, and the
/// focus goes back to where it was.
public final class Overlays extends StackPane {
    private static final double SHEET_WIDTH = 888;

    private final Deque<Layer> layers = new ArrayDeque<>();

    /// Nothing floats yet.
    public Overlays() {
        setPickOnBounds(false);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .addListener((p, old, now) -> keepInside());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !layers.isEmpty()) {
            event.consume();
            layers.getLast().dismiss();
        }
    }

    /// A sheet from the right, 888 wide or less where the window is narrow. `mayClose` is asked
    /// before Escape or the scrim close it.
    public Opened sheet(Region content, BooleanSupplier mayClose) {
        if (!getChildren().contains(content)) {
            dress(content);
        }
        var opened = open(content, Pos.CENTER_RIGHT, mayClose);
        Motion.slideIn(content, true);
        return opened;
    }

    /// Keeps at hand, out of sight, what will be a sheet: it is styled and laid out before somebody
    /// waits for it.
    public void prepareSheet(Region content) {
        dress(content);
        content.setVisible(false);
        getChildren().addFirst(content);
    }

    private static void dress(Region content) {
        content.getStyleClass().add("sheet");
        content.setPrefWidth(SHEET_WIDTH);
        content.setMinWidth(0);
        content.setMaxWidth(SHEET_WIDTH);
        StackPane.setAlignment(content, Pos.CENTER_RIGHT);
    }

    /// A dialog in the middle, as wide and high as its content.
    public Opened dialog(Region content, BooleanSupplier mayClose) {
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var opened = open(content, Pos.CENTER, mayClose);
        Motion.fadeIn(content);
        return opened;
    }

    /// Near the top in the middle, as the palette.
    public Opened top(Region content) {
        content.setMaxHeight(Region.USE_PREF_SIZE);
        var opened = open(content, Pos.TOP_CENTER, () -> true);
        StackPane.setMargin(content, new Insets(96, 16, 32, 16));
        Motion.fadeIn(content);
        return opened;
    }

    /// Whether something floats.
    public boolean isOpen() {
        return !layers.isEmpty();
    }

    /// Takes everything away without asking, as at the end of a session.
    public void clear() {
        while (!layers.isEmpty()) {
            layers.getLast().close();
        }
    }

    /// Takes everything away, also what was only prepared.
    public void empty() {
        clear();
        getChildren().clear();
    }

    private Opened open(Region content, Pos where, BooleanSupplier mayClose) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        var layer = new Layer(content, where, mayClose, owner);
        layers.addLast(layer);
        setVisible(true);
        getChildren().add(layer.scrim);
        if (getChildren().contains(content)) {
            content.setVisible(true);
            content.toFront();
        } else {
            getChildren().add(content);
        }
        refresh();
        focusFirst(content);
        return layer;
    }

    private void refresh() {
        setMouseTransparent(layers.isEmpty());
        setVisible(!layers.isEmpty());
        layers.forEach(layer -> layer.content.setDisable(layer != layers.peekLast()));
    }

    private void keepInside() {
        var top = layers.peekLast();
        if (top == null || getScene() == null) {
            return;
        }
        var owner = getScene().getFocusOwner();
        if (owner != null && !isInside(owner)) {
            Fx.later(
                    () -> {
                        var still = layers.peekLast();
                        if (still != null && getScene() != null) {
                            var now = getScene().getFocusOwner();
                            if (now == null || !isInside(now)) {
                                focusFirst(still.content);
                            }
                        }
                    });
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                if (focusFirst(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Something that floats.
    public interface Opened {
        /// Takes it away.
        void close();

        /// Whether it still floats.
        boolean isOpen();
    }

    private final class Layer implements Opened {
        private final Region content;
        private final Region scrim = new Region();
        private final BooleanSupplier mayClose;
        private final @Nullable Node before;

        Layer(Region content, Pos where, BooleanSupplier mayClose, @Nullable Node before) {
            this.content = content;
            this.mayClose = mayClose;
            this.before = before;
            StackPane.setAlignment(content, where);
            scrim.getStyleClass().add("scrim");
            scrim.setOnMousePressed(event -> dismiss());
        }

        void dismiss() {
            if (mayClose.getAsBoolean()) {
                close();
            }
        }

        @Override
        public void close() {
            if (!layers.remove(this)) {
                return;
            }
            getChildren().removeAll(scrim, content);
            refresh();
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
        }

        @Override
        public boolean isOpen() {
            return layers.contains(this);
        }
    }
}
