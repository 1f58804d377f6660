package trastienda.desktop.confrontas;

import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.effect.BlendMode;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;

/// The drawn page on its ground, scrolled when it is larger than the room.
final class PagePane extends StackPane {
    private static final double MARGIN = 24;
    private static final double HALO = 2;

    private final PreviewViewModel model;
    private final ProofViewModel proof;
    private final ImageView view = new ImageView();
    private final Pane marks = new Pane();
    private final StackPane sheet = new StackPane(view, marks);
    private final StackPane paper = new StackPane(sheet);
    private final StackPane ground = new StackPane(paper);
    private final ScrollPane scroll = new ScrollPane(ground);

    private final ChangeListener<@Nullable Raster> drawn = (property, old, now) -> draw(now);
    private final ChangeListener<Number> turned;
    private final ListChangeListener<ProofViewModel.Mark> marked = change -> mark();

    PagePane(PreviewViewModel model, ProofViewModel proof) {
        this.model = model;
        this.proof = proof;
        this.turned = (property, old, now) -> scroll.setVvalue(0);
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
        model.rasterProperty().addListener(drawn);
        model.pageProperty().addListener(turned);
        proof.marks().addListener(marked);
        marks.setMouseTransparent(true);
        marks.setBlendMode(BlendMode.MULTIPLY);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        draw(model.rasterProperty().get());
    }

    /// Follows the preview no longer.
    void close() {
        model.rasterProperty().removeListener(drawn);
        model.pageProperty().removeListener(turned);
        proof.marks().removeListener(marked);
    }

    /// Draws it as wide as there is room here.
    void fit() {
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
        sheet.setMinSize(width, height);
        sheet.setMaxSize(width, height);
        sheet.setRotate(turned);
        mark();
        var upright = turned % 180 == 0;
        paper.setMinSize(upright ? width : height, upright ? height : width);
        paper.setPrefSize(upright ? width : height, upright ? height : width);
        paper.setVisible(true);
    }

    /// Where the sale's values stand on the page shown.
    private void mark() {
        marks.getChildren().clear();
        var points = model.drawnPoints();
        if (points <= 0) {
            return;
        }
        var scale = model.shownWidth() / points;
        for (var mark : proof.marks()) {
            if (mark.page() == model.drawnPage()) {
                var box = mark.box();
                var shape =
                        new Rectangle(
                                (box.x() - HALO) * scale,
                                (box.y() - HALO) * scale,
                                (box.width() + 2 * HALO) * scale,
                                (box.height() + 2 * HALO) * scale);
                shape.getStyleClass().add("page-mark");
                marks.getChildren().add(shape);
            }
        }
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
