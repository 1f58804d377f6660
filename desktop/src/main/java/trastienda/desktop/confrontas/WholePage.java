package trastienda.desktop.confrontas;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The page on the whole screen, with its bar over it: pages, zoom, rotation and the way out.
final class WholePage extends BorderPane {
    private final PageBar bar;
    private final PagePane pages;

    WholePage(ArchivosViewModel model, ProofViewModel proof, Runnable leave) {
        var place = new HBox();
        place.getStyleClass().addAll("archivos-bar", "whole-bar");
        bar = new PageBar(place, model.preview(), leave);
        bar.leaves();
        var shown = model.shownProperty().get();
        if (shown != null) {
            bar.showName(shown.nombre(), shown.contentType());
        }
        pages = new PagePane(model.preview(), proof);
        setTop(place);
        setCenter(pages);
    }

    /// Follows the preview no longer.
    void close() {
        bar.close();
        pages.close();
    }

    @Override
    public void requestFocus() {
        pages.requestFocus();
    }
}
