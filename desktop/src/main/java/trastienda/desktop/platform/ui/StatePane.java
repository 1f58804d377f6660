package trastienda.desktop.platform.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Text;

/// A panel's content with its three other states: loading, empty, failed. Every list and detail
/// stands in one.
public final class StatePane extends StackPane {
    /// How long nothing is shown before the skeleton comes.
    public static final Duration PATIENCE = Duration.millis(150);

    /// How long another thing's content may still be seen.
    public static final Duration FORBEARANCE = Duration.millis(500);

    /// When somebody who waits is told that it takes longer than usual.
    public static final Duration SLOW = Duration.seconds(4);

    private static final double WIDEST = 320;

    private final Node content;
    private final Node skeleton;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final PauseTransition forbearance = new PauseTransition(FORBEARANCE);
    private final PauseTransition slowness = new PauseTransition(SLOW);
    private final Label slow = new Label();
    private @Nullable PaneState shown;
    private boolean shownOnce;

    /// @param skeleton what stands in for the content while it loads; see [Skeleton]
    public StatePane(Node content, Node skeleton) {
        this.content = content;
        this.skeleton = skeleton;
        skeleton.setVisible(false);
        getChildren().setAll(content, skeleton, slow);
        content.setVisible(false);
        slow();
        keepInside();
    }

    private void slow() {
        slow.textProperty().bind(Text.of("estado.tarda"));
        slow.getStyleClass().addAll("slow-words");
        slow.setWrapText(true);
        slow.setMaxWidth(WIDEST);
        slow.setVisible(false);
        slow.setManaged(false);
        StackPane.setAlignment(slow, Pos.CENTER);
        slowness.setOnFinished(
                event -> {
                    slow.setVisible(true);
                    slow.setManaged(true);
                });
    }

    private void waiting() {
        skeleton.setVisible(true);
        slowness.playFromStart();
    }

    /// What stands in for the content never asks for more room than there is, and what does not fit
    /// is cut, not laid over its neighbours.
    private void keepInside() {
        setMinSize(0, 0);
        if (skeleton instanceof Region bars) {
            bars.setMinSize(0, 0);
        }
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
    }

    /// Shows a state.
    public void show(PaneState state) {
        if (state.equals(shown)
                && (state instanceof PaneState.Loading || state instanceof PaneState.Another)) {
            return; // whoever waits has waited since the first time
        }
        shown = state;
        patience.stop();
        forbearance.stop();
        slowness.stop();
        switch (state) {
            case PaneState.Loading() -> loading();
            case PaneState.Another() -> another();
            case PaneState.Blank() -> blank();
            case PaneState.Content() -> {
                clear();
                shownOnce = true;
                content.setVisible(true);
            }
            case PaneState.Empty empty -> message(empty(empty));
            case PaneState.Failed failed -> message(failed(failed));
        }
    }

    private void loading() {
        if (shownOnce && content.isVisible()) {
            return;
        }
        clear();
        patience.setOnFinished(event -> waiting());
        patience.play();
    }

    private void another() {
        if (!content.isVisible()) {
            loading();
            return;
        }
        forbearance.setOnFinished(
                event -> {
                    clear();
                    waiting();
                });
        forbearance.play();
    }

    private void blank() {
        clear();
        shownOnce = false;
    }

    private void message(Node message) {
        blank();
        getChildren().add(message);
    }

    /// Takes a message away and hides the others, which stay: what is taken out and put back is
    /// styled again.
    private void clear() {
        content.setVisible(false);
        skeleton.setVisible(false);
        slow.setVisible(false);
        slow.setManaged(false);
        getChildren().retainAll(content, skeleton, slow);
    }

    private static VBox empty(PaneState.Empty empty) {
        var box = frame(empty.family(), empty.icon());
        var title = section();
        title.textProperty().bind(empty.title());
        var words = sentence();
        words.textProperty().bind(empty.sentence());
        box.getChildren().addAll(title, words);
        if (empty.action() != null) {
            VBox.setMargin(empty.action(), new Insets(12, 0, 0, 0));
            box.getChildren().add(empty.action());
        }
        return box;
    }

    private static VBox failed(PaneState.Failed failed) {
        var offline = failed.failure() instanceof ApiFailure.Offline;
        var box =
                frame(
                        offline ? Family.AMBER : Family.RED,
                        offline ? "fth-wifi-off" : "fth-alert-triangle");
        var title = section();
        title.textProperty().bind(Text.of(offline ? "estado.sin_conexion" : "estado.no_se_pudo"));
        var words = sentence();
        words.textProperty().bind(FailureText.of(failed.failure()));
        var row = new HBox(8);
        row.setAlignment(Pos.CENTER);
        VBox.setMargin(row, new Insets(12, 0, 0, 0));
        var retry = failed.retry();
        if (retry != null) {
            row.getChildren()
                    .add(Buttons.plain(Text.of("estado.reintentar"), "fth-refresh-cw", retry));
        }
        var reference = FailureText.reference(failed.failure());
        if (!reference.isEmpty()) {
            row.getChildren().add(Reference.of(reference));
        }
        box.getChildren().addAll(title, words, row);
        return box;
    }

    private static VBox frame(Family family, String icon) {
        var circle = new StackPane(Icons.of(icon, 18));
        circle.getStyleClass().addAll("state-circle", family.styleClass());
        var box = new VBox(4, circle);
        VBox.setMargin(circle, new Insets(0, 0, 8, 0));
        box.setAlignment(Pos.CENTER);
        box.setFillWidth(false);
        box.getStyleClass().add("state-message");
        box.setPadding(new Insets(24));
        return box;
    }

    private static Label section() {
        var label = new Label();
        label.getStyleClass().add("text-section");
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private static Label sentence() {
        var label = new Label();
        label.getStyleClass().addAll("text-body", "text-muted");
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMaxWidth(WIDEST);
        return label;
    }
}
