package trastienda.desktop.platform.fx;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Loads a screen's FXML, which lies beside its controller's package, with a controller that was
/// built by hand.
public final class Screens {
    private Screens() {}

    /// The screen's node: `X.fxml` for `XController`.
    public static Parent load(Object controller) {
        var type = controller.getClass();
        var name = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        var place = type.getResource(name);
        if (place == null) {
            throw new IllegalStateException(name + " is not beside " + type.getName());
        }
        var loader = new FXMLLoader(place);
        loader.setControllerFactory(
                wanted -> {
                    if (!wanted.isInstance(controller)) {
                        throw new IllegalStateException(name + " names " + wanted.getName());
                    }
                    return controller;
                });
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
