package trastienda.desktop.confrontas;

import java.io.IOException;
import java.util.List;

/// A file that can be drawn, in memory only. May be read and closed from any thread.
interface Preview extends AutoCloseable {
    /// The longest side that is ever drawn, in pixels: enough to read, little enough to hold.
    int LONGEST = 3200;

    /// How many pages are searched for the sale's values.
    int SEARCHED = 20;

    /// How many pages; a picture has one.
    int pages();

    /// A page's size in points, 72 to an inch; pages count from 0.
    Size size(int page);

    /// Draws a page; at scale 1 a point is a pixel.
    Raster draw(int page, double scale) throws IOException;

    /// A page's text with the place of each character; pictures have none.
    default PageText text(int page) throws IOException {
        return new PageText(page, List.of());
    }

    @Override
    void close();

    /// Width and height in points.
    record Size(double width, double height) {
        /// The nearest scale whose longest side stays within [#LONGEST].
        double bounded(double scale) {
            return Math.min(scale, LONGEST / Math.max(1, Math.max(width, height)));
        }
    }
}
