package trastienda.desktop.identidad;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.AppIcon;

/// The left of the sign-in screen: the sign, the name and the shelves. It is the window's first
/// frame; a window too narrow for it does without.
final class BrandSide extends VBox {
    private static final double LEAST_WINDOW = 760;
    private static final double LEAST = 220;
    private static final double SHARE = 0.389;

    BrandSide() {
        getStyleClass().add("sign-in-side");
        var sign = AppIcon.node(40);
        var name = new Label("Trastienda");
        name.getStyleClass().add("sign-in-title");
        setMargin(name, new Insets(28, 0, 0, 0));
        var words = new Label();
        words.getStyleClass().add("sign-in-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(Text.of("identidad.ingreso.lema"));
        setMargin(words, new Insets(8, 0, 24, 0));
        var shelves = new Shelves();
        setVgrow(shelves, Priority.ALWAYS);
        getChildren().addAll(sign, name, words, shelves);
    }

    /// Takes its share of a window as wide as `width`, which is narrow below `narrow`.
    void arrange(double width, double narrow) {
        setVisible(width >= LEAST_WINDOW);
        setManaged(width >= LEAST_WINDOW);
        setMaxWidth(width * SHARE);
        if (width < narrow) {
            var least = Math.max(LEAST, width * 0.22);
            setPrefWidth(least);
            setMinWidth(least);
            setPadding(new Insets(48, 24, 24, 24));
        } else {
            setPrefWidth(width * SHARE);
            setMinWidth(width < 1200 ? width * 0.3 : width * SHARE);
            setPadding(new Insets(72, 56, 32, 56));
        }
    }
}
