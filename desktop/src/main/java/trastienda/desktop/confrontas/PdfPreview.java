package trastienda.desktop.confrontas;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The pages of a PDF.
final class PdfPreview implements Preview {
    private final PDDocument document;
    private final PDFRenderer renderer;
    private final int pages;

    PdfPreview(byte[] bytes) throws IOException {
        this.document = Loader.loadPDF(bytes);
        this.renderer = new PDFRenderer(document);
        this.renderer.setSubsamplingAllowed(true);
        this.pages = document.getNumberOfPages();
        if (pages == 0) {
            document.close();
            throw new IOException("a PDF without pages");
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public synchronized Size size(int page) {
        var sheet = document.getPage(page);
        var box = sheet.getCropBox();
        return sheet.getRotation() % 180 == 0
                ? new Size(box.getWidth(), box.getHeight())
                : new Size(box.getHeight(), box.getWidth());
    }

    @Override
    public synchronized Raster draw(int page, double scale) throws IOException {
        var bounded = (float) size(page).bounded(scale);
        var image = renderer.renderImage(page, bounded, ImageType.RGB);
        var width = image.getWidth();
        var height = image.getHeight();
        return new Raster(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    @Override
    public synchronized PageText text(int page) throws IOException {
        return PdfText.read(document, page);
    }

    @Override
    public synchronized void close() {
        try {
            document.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
