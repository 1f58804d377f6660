package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.list.Fetcher;
import trastienda.shared.confrontas.ArchivoVenta;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// One file drawn page by page: page, zoom and rotation. Fetching and drawing happen off the FX
/// thread; only the drawing asked for last is shown.
public final class PreviewViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewViewModel.class);
    private static final double LEAST_ZOOM = 0.25;
    private static final double MOST_ZOOM = 6;
    private static final double STEP = 1.25;
    private static final double FIRST_WIDTH = 480;

    private final Fetcher fetcher;
    private final ReadOnlyObjectWrapper<PreviewState> state =
            new ReadOnlyObjectWrapper<>(new PreviewState.None());
    private final ReadOnlyObjectWrapper<@Nullable Raster> raster = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyIntegerWrapper rotation = new ReadOnlyIntegerWrapper();
    private @Nullable Preview preview;
    private @Nullable Callable<byte[]> source;
    private double width = FIRST_WIDTH;
    private double pixels = 1;
    private int generation;
    private int opened;
    private int drawnPage;
    private Preview.Size drawnSize = new Preview.Size(1, 1);

    PreviewViewModel(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// Shows nothing.
    void clear() {
        forget();
        state.set(new PreviewState.None());
    }

    /// Says that this person may not look.
    void forbid(ArchivoVenta archivo) {
        forget();
        state.set(new PreviewState.Forbidden(archivo));
    }

    /// Fetches a file and draws its first page.
    void show(ArchivoVenta archivo, Callable<byte[]> content) {
        if (isShown(archivo)) {
            return;
        }
        forget();
        if (!isDrawable(archivo)) {
            state.set(new PreviewState.Card(archivo));
            return;
        }
        source = content;
        state.set(new PreviewState.Loading(archivo));
        var mine = generation;
        fetcher.fetch(
                () -> open(archivo, content.call()),
                opened -> {
                    if (mine != generation) {
                        opened.close();
                        return;
                    }
                    preview = opened;
                    state.set(new PreviewState.Drawn(archivo, opened.pages()));
                    draw();
                },
                cause -> {
                    if (mine == generation) {
                        state.set(new PreviewState.Failed(archivo, cause));
                    }
                });
    }

    /// Fetches again what did not come.
    void retry() {
        var again = source;
        if (state.get() instanceof PreviewState.Failed(var archivo, _) && again != null) {
            state.set(new PreviewState.None());
            show(archivo, again);
        }
    }

    private boolean isShown(ArchivoVenta archivo) {
        return switch (state.get()) {
            case PreviewState.Drawn(var shown, _) -> shown.id() == archivo.id();
            case PreviewState.Loading(var shown) -> shown.id() == archivo.id();
            case PreviewState.None(), PreviewState.Card _, PreviewState.Forbidden _ -> false;
            case PreviewState.Failed _ -> false;
        };
    }

    private static boolean isDrawable(ArchivoVenta archivo) {
        return archivo.contentType().equals("application/pdf")
                || archivo.contentType().startsWith("image/");
    }

    private static Preview open(ArchivoVenta archivo, byte[] bytes) throws IOException {
        return archivo.contentType().equals("application/pdf")
                ? new PdfPreview(bytes)
                : new ImagePreview(bytes);
    }

    private void forget() {
        generation++;
        opened++;
        var open = preview;
        preview = null;
        source = null;
        raster.set(null);
        page.set(0);
        rotation.set(0);
        zoom.set(1);
        if (open != null) {
            fetcher.fetch(
                    () -> {
                        open.close();
                        return true;
                    },
                    closed -> {},
                    stuck -> LOG.info("a file was not closed", stuck));
        }
    }

    /// Reads from the open file off the FX thread; what comes after another file was opened is
    /// dropped, and a file whose text cannot be read is as one without text.
    <R> void read(Reading<R> reading, Consumer<R> done) {
        var open = preview;
        if (open == null) {
            return;
        }
        var mine = opened;
        fetcher.fetch(
                () -> reading.from(open),
                outcome -> {
                    if (mine == opened) {
                        done.accept(outcome);
                    }
                },
                cause -> LOG.info("a file's text cannot be read", cause));
    }

    private record Page(Raster raster, Preview.Size size) {}

    /// What is read from a file.
    @FunctionalInterface
    interface Reading<R> {
        R from(Preview open) throws IOException;
    }

    /// The page drawn, counted from 0.
    int drawnPage() {
        return drawnPage;
    }

    /// The drawn page's width in points, or 0 when none is drawn.
    double drawnPoints() {
        return raster.get() == null ? 0 : drawnSize.width();
    }

    private void draw() {
        var open = preview;
        if (open == null) {
            return;
        }
        var mine = ++generation;
        var wanted = page.get();
        var factor = zoom.get();
        var turned = rotation.get() % 180 != 0;
        var space = width;
        var density = pixels;
        fetcher.fetch(
                () -> {
                    var size = open.size(wanted);
                    var fit = space / (turned ? size.height() : size.width());
                    return new Page(open.draw(wanted, fit * factor * density), size);
                },
                drawn -> {
                    if (mine == generation) {
                        drawnPage = wanted;
                        drawnSize = drawn.size();
                        raster.set(drawn.raster());
                    }
                },
                cause -> {
                    if (mine == generation
                            && state.get() instanceof PreviewState.Drawn(var archivo, _)) {
                        state.set(new PreviewState.Failed(archivo, cause));
                    }
                });
    }

    /// The room a page has: its width in pixels of the screen's own scale.
    void fit(double available, double outputScale) {
        if (available > 0 && (Math.abs(available - width) > 1 || outputScale != pixels)) {
            width = available;
            pixels = outputScale;
            draw();
        }
    }

    /// The next page, when there is one.
    void nextPage() {
        turnTo(page.get() + 1);
    }

    /// The page before.
    void previousPage() {
        turnTo(page.get() - 1);
    }

    /// A page, counted from 0, when it is there and not the one shown.
    void turnTo(int wanted) {
        if (state.get() instanceof PreviewState.Drawn(_, var pages)
                && wanted >= 0
                && wanted < pages
                && wanted != page.get()) {
            page.set(wanted);
            draw();
        }
    }

    /// Larger.
    void zoomIn() {
        zoomTo(zoom.get() * STEP);
    }

    /// Smaller.
    void zoomOut() {
        zoomTo(zoom.get() / STEP);
    }

    /// As wide as the room.
    void zoomToFit() {
        zoomTo(1);
    }

    private void zoomTo(double wanted) {
        var bounded = Math.clamp(wanted, LEAST_ZOOM, MOST_ZOOM);
        if (bounded != zoom.get()) {
            zoom.set(bounded);
            draw();
        }
    }

    /// A quarter turn to the right.
    void rotate() {
        rotation.set((rotation.get() + 90) % 360);
        draw();
    }

    /// How wide the drawn page is on screen before rotation, in the screen's own pixels.
    double shownWidth() {
        return rotation.get() % 180 == 0
                ? width * zoom.get()
                : width * zoom.get() * drawnSize.width() / drawnSize.height();
    }

    /// What the preview shows.
    public ReadOnlyObjectProperty<PreviewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The drawn page.
    public ReadOnlyObjectProperty<@Nullable Raster> rasterProperty() {
        return raster.getReadOnlyProperty();
    }

    /// The page, from 0.
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// 1 is as wide as the room.
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /// Degrees to the right.
    public ReadOnlyIntegerProperty rotationProperty() {
        return rotation.getReadOnlyProperty();
    }
}
