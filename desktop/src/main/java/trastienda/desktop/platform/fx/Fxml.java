package trastienda.desktop.platform.fx;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Loads a screen's FXML with a controller that was made by hand.
public final class Fxml {
    private Fxml() {}

    /// The tree of `name`, a resource beside the controller's package; the FXML names that
    /// controller's class in `fx:controller` and gets this one.
    ///
    /// @throws IllegalStateException when the FXML asks for another controller
    public static Parent load(Object controller, String name) {
        var type = controller.getClass();
        var location =
                Objects.requireNonNull(
                        type.getResource(name), () -> type.getPackageName() + " has no " + name);
        var loader = new FXMLLoader(location);
        loader.setControllerFactory(
                asked -> {
                    if (!asked.isInstance(controller)) {
                        throw new IllegalStateException(name + " asks for " + asked);
                    }
                    return controller;
                });
        try {
            return loader.load();
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }
}
