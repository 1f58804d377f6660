package trastienda.desktop.confrontas;

import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;

/// The drawn page on its ground, scrolled when it is larger than the room.
final class PagePane extends StackPane {
    private static final double MARGIN = 24;

    private final PreviewViewModel model;
    private final ImageView view = new ImageView();
    private final StackPane paper = new StackPane(view);
    private final StackPane ground = new StackPane(paper);
    private final ScrollPane scroll = new ScrollPane(ground);

    PagePane(PreviewViewModel model) {
        this.model = model;
        getStyleClass().add("page-pane");
        setMinSize(0, 0);
        paper.getStyleClass().add("paper");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ground.getStyleClass().add("page-ground");
        scroll.getStyleClass().addAll("edge-to-edge", "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        view.setSmooth(true);
        view.setPreserveRatio(true);
        getChildren().setAll(scroll);
        scroll.viewportBoundsProperty().addListener((property, old, now) -> fit());
        model.rasterProperty().addListener((property, old, now) -> draw(now));
        model.pageProperty().addListener((property, old, now) -> scroll.setVvalue(0));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        draw(model.rasterProperty().get());
    }

    private void fit() {
        var window = getScene() == null ? null : getScene().getWindow();
        var density = window == null ? 1 : window.getOutputScaleX();
        model.fit(scroll.getViewportBounds().getWidth() - 2 * MARGIN, density);
    }

    private void draw(@Nullable Raster raster) {
        if (raster == null) {
            view.setImage(null);
            paper.setVisible(false);
            return;
        }
        var pixels =
                new PixelBuffer<>(
                        raster.width(),
                        raster.height(),
                        IntBuffer.wrap(raster.argb()),
                        PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(pixels));
        var turned = model.rotationProperty().get();
        var width = model.shownWidth();
        var height = width * raster.height() / raster.width();
        view.setFitWidth(width);
        view.setRotate(turned);
        var upright = turned % 180 == 0;
        paper.setMinSize(upright ? width : height, upright ? height : width);
        paper.setPrefSize(upright ? width : height, upright ? height : width);
        paper.setVisible(true);
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case PAGE_DOWN -> model.nextPage();
            case PAGE_UP -> model.previousPage();
            case PLUS, ADD -> model.zoomIn();
            case MINUS, SUBTRACT -> model.zoomOut();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
