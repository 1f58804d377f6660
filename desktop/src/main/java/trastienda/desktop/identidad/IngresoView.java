package trastienda.desktop.identidad;

import javafx.scene.layout.HBox;

import trastienda.desktop.platform.fx.Fxml;

/// The sign-in screen: first its side alone, which is quickly made, then the form as well.
final class IngresoView extends HBox {
    private static final double NARROW = 1000;

    private final BrandSide side = new BrandSide();
    private final IngresoController controller;
    private boolean complete;

    IngresoView(IngresoController controller) {
        this.controller = controller;
        getStyleClass().add("sign-in");
        getChildren().add(side);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
    }

    /// The form's controller, with the form on the screen.
    IngresoController form() {
        if (!complete) {
            getChildren().add(Fxml.load(controller, "Ingreso.fxml"));
            complete = true;
            controller.arrange(getWidth());
        }
        return controller;
    }

    private void arrange(double width) {
        side.arrange(width, NARROW);
        if (complete) {
            controller.arrange(width);
        }
    }
}
