package trastienda.desktop.platform.fx;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

/// The toolkit's thread.
public final class Fx {
    private Fx() {}

    /// Runs it at once when this is the FX thread, else as soon as that thread is free.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Gives a node the keyboard. One that its scroll pane has not put into the window yet gets it
    /// once it is there.
    public static void focus(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends @Nullable Scene> property,
                                    @Nullable Scene old,
                                    @Nullable Scene now) {
                                node.sceneProperty().removeListener(this);
                                later(node::requestFocus);
                            }
                        });
    }

    /// Runs it on the FX thread once the first frame of a window just shown is on the screen: the
    /// third pulse begins when the first one's picture is painted, because the second one had to
    /// hand over its own.
    public static void afterFirstFrame(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    private int pulses;

                    @Override
                    public void run() {
                        if (++pulses < 3) {
                            Platform.requestNextPulse();
                            return;
                        }
                        scene.removePostLayoutPulseListener(this);
                        later(action);
                    }
                });
    }

    /// Runs it on the FX thread after what is under way there now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
