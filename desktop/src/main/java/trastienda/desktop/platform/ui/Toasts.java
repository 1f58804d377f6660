package trastienda.desktop.platform.ui;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import trastienda.desktop.platform.i18n.Text;

import java.util.ArrayDeque;
import java.util.Deque;

/// The layer of notifications, bottom right, at most three. *Ctrl+Z* undoes the newest.
public final class Toasts extends VBox {
    private static final int MOST = 3;
    private static final Duration TICK = Duration.millis(100);
    private static final double WIDTH = 392;

    private final Deque<Shown> shown = new ArrayDeque<>();

    /// An empty layer.
    public Toasts() {
        getStyleClass().add("toast-layer");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleText("");
    }

    /// Shows one; the oldest goes when there are too many.
    public void show(Toast toast) {
        while (shown.size() >= MOST) {
            shown.getFirst().close();
        }
        var entry = new Shown(toast);
        shown.addLast(entry);
        getChildren().add(entry.node);
        Motion.slideIn(entry.node, false);
        entry.start();
    }

    /// Undoes the newest that can be undone.
    ///
    /// @return whether there was one
    public boolean undo() {
        var all = shown.descendingIterator();
        while (all.hasNext()) {
            if (all.next().undo()) {
                return true;
            }
        }
        return false;
    }

    /// Takes all of them away, as at the end of a session.
    public void clear() {
        while (!shown.isEmpty()) {
            shown.getFirst().close();
        }
    }

    private final class Shown {
        private final Toast toast;
        private final StackPane node;
        private final Region bar = new Region();
        private final IntegerProperty left;
        private final Timeline clock = new Timeline();
        private double passed;

        Shown(Toast toast) {
            this.toast = toast;
            this.left = new SimpleIntegerProperty((int) toast.stays().toSeconds());
            this.node = build();
        }

        private StackPane build() {
            var sign = Icons.of("fth-check-circle", 18);
            sign.getStyleClass().add("toast-sign");
            var row = new HBox(12, sign, words());
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPadding(new Insets(8, 8, 8, 16));
            if (toast.undo() != null) {
                var undo =
                        Buttons.plain(Text.of("aviso.deshacer"), "fth-corner-up-left", this::undo);
                row.getChildren().add(Buttons.styled(Buttons.withKey(undo, "Ctrl Z"), "small"));
            }
            var close = Buttons.icon("fth-x", Text.of("aviso.cerrar"), this::close);
            close.getStyleClass().add("small");
            row.getChildren().add(close);
            var frame = new StackPane(row);
            frame.getStyleClass().add("toast");
            if (toast.undo() != null) {
                bar.getStyleClass().add("toast-bar");
                bar.setMaxWidth(WIDTH);
                StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
                StackPane.setMargin(bar, new Insets(0, 16, 0, 16));
                frame.getChildren().add(bar);
            }
            frame.setAccessibleText(toast.line());
            return frame;
        }

        private Node words() {
            var line = new Label(toast.line());
            line.getStyleClass().add("text-strong");
            var words = new VBox(line);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var small = new Label();
            small.getStyleClass().add("toast-small");
            if (toast.undo() != null) {
                small.textProperty().bind(Text.of("aviso.plazo", left));
            } else {
                small.setText(toast.small());
            }
            if (toast.undo() != null || !toast.small().isEmpty()) {
                words.getChildren().add(small);
            }
            return words;
        }

        void start() {
            var whole = toast.stays().toMillis();
            clock.getKeyFrames()
                    .setAll(
                            new KeyFrame(
                                    TICK,
                                    event -> {
                                        passed += TICK.toMillis();
                                        left.set((int) Math.ceil((whole - passed) / 1000));
                                        bar.setMaxWidth(Math.max(0, WIDTH * (1 - passed / whole)));
                                        if (passed >= whole) {
                                            close();
                                        }
                                    }));
            clock.setCycleCount(Timeline.INDEFINITE);
            clock.play();
        }

        boolean undo() {
            var undo = toast.undo();
            if (undo == null) {
                return false;
            }
            close();
            undo.run();
            return true;
        }

        void close() {
            clock.stop();
            shown.remove(this);
            getChildren().remove(node);
        }
    }
}
