package trastienda.installers.packages;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least a JavaFX program can be.
public final class BareWindow extends Application {
    /// For the launcher.
    public BareWindow() {}

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("hello")), 1200, 800));
        stage.show();
    }
}
