package trastienda.desktop.confrontas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A window that covers the screen, with a node of its own.
final class FullScreen {
    private @Nullable Stage stage;

    /// Opens it or closes it.
    ///
    /// @param made makes what it shows
    /// @param left called when it was closed
    <N extends Node> void toggle(Node home, Supplier<N> made, Consumer<N> left) {
        if (stage != null) {
            stage.close();
            return;
        }
        var source = home.getScene();
        var node = made.get();
        var ground = new StackPane(node);
        ground.getStyleClass().add("full-screen");
        var scene = new Scene(ground);
        scene.getStylesheets().setAll(source.getStylesheets());
        var next = new Stage();
        next.initOwner(source.getWindow());
        next.setTitle(source.getWindow() instanceof Stage owner ? owner.getTitle() : "");
        next.setScene(scene);
        next.setFullScreenExitHint("");
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.P) {
                        next.close();
                        key.consume();
                    }
                });
        next.setOnHidden(
                hidden -> {
                    ground.getChildren().clear();
                    left.accept(node);
                    stage = null;
                });
        stage = next;
        next.setFullScreen(true);
        next.show();
        node.requestFocus();
    }
}
