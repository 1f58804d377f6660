package trastienda.desktop.confrontas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/// Moves a node to a window that covers the screen, and back.
final class FullScreen {
    private @Nullable Stage stage;

    void toggle(Pane home, Node node) {
        if (stage != null) {
            stage.close();
            return;
        }
        var source = home.getScene();
        home.getChildren().remove(node);
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
                    home.getChildren().add(node);
                    stage = null;
                });
        stage = next;
        next.setFullScreen(true);
        next.show();
        node.requestFocus();
    }
}
